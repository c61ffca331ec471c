/**
 * Numbers of IEEE half precision: sign, 5 bits of exponent, 10 of fraction; exact.
 *
 * @example
 * ```ts
 * float16ToFloat32(new Uint16Array([0x3c00, 0xc100])); // [1, -2.5]
 * ```
 */
export function float16ToFloat32(bits: Uint16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(bits, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
    return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}

/**
 * Numbers of bfloat16, the upper half of a float32; exact.
 *
 * @example
 * ```ts
 * bfloat16ToFloat32(new Uint16Array([0x3f80, 0xc020])); // [1, -2.5]
 * ```
 */
export function bfloat16ToFloat32(bits: Uint16Array): Float32Array<ArrayBuffer> {
  return new Float32Array(Uint32Array.from(bits, (half) => half << 16).buffer);
}
