/** Arithmetic modulo 2 ** 64. */
const mask = (1n << 64n) - 1n;
const times = (a: bigint, b: bigint): bigint => (a * b) & mask;
const rotate = (x: bigint, by: bigint): bigint => ((x >> by) | (x << (64n - by))) & mask;
const mix = (x: bigint): bigint => x ^ (x >> 47n);

const k0 = 0xc3a5c85c97cb3127n;
const k1 = 0xb492b66fbe98f273n;
const k2 = 0x9ae16a3b2f90404fn;

/**
 * FarmHash's fingerprint of bytes, which is the same everywhere and for ever.
 *
 * @see Pike and Alakuijala, FarmHash, 2014, `farmhashna::Hash64`; TensorFlow `Fingerprint64`
 */
export function fingerprint64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length <= 16) return ofUpTo16(bytes, view);
  if (bytes.length <= 32) return ofUpTo32(view);
  return bytes.length <= 64 ? ofUpTo64(view) : ofMore(view);
}

/** One fingerprint of two. @see TensorFlow `FingerprintCat64` */
export function fingerprintCat64(a: bigint, b: bigint): bigint {
  const k = 0xc6a4a7935bd1e995n;
  const joined = times(a ^ k ^ times(mix(times(b, k)), k), k);
  return mix(times(mix(joined), k));
}

function word(view: DataView, at: number): bigint {
  return view.getBigUint64(at, true);
}

function ofTwo(u: bigint, v: bigint, factor: bigint): bigint {
  const a = mix(times(u ^ v, factor));
  return times(mix(times(v ^ a, factor)), factor);
}

function factorOf(view: DataView): bigint {
  return (k2 + BigInt(view.byteLength) * 2n) & mask;
}

function ofUpTo16(bytes: Uint8Array, view: DataView): bigint {
  const { length } = bytes;
  const factor = factorOf(view);
  if (length >= 8) {
    const a = (word(view, 0) + k2) & mask;
    const b = word(view, length - 8);
    const c = (times(rotate(b, 37n), factor) + a) & mask;
    const d = times((rotate(a, 25n) + b) & mask, factor);
    return ofTwo(c, d, factor);
  }
  if (length >= 4) {
    const [a, b] = [view.getUint32(0, true), view.getUint32(length - 4, true)];
    return ofTwo(BigInt(length) + (BigInt(a) << 3n), BigInt(b), factor);
  }
  if (length === 0) return k2;
  const [a, b, c] = [bytes[0], bytes[length >> 1], bytes[length - 1]] as [number, number, number];
  const y = BigInt(a + (b << 8));
  const z = BigInt(length + (c << 2));
  return times(mix(times(y, k2) ^ times(z, k0)), k2);
}

function ofUpTo32(view: DataView): bigint {
  const factor = factorOf(view);
  const end = view.byteLength;
  const a = times(word(view, 0), k1);
  const b = word(view, 8);
  const c = times(word(view, end - 8), factor);
  const d = times(word(view, end - 16), k2);
  return ofTwo(...fold(a, b, c, d), factor);
}

/** Four words as two. */
function fold(a: bigint, b: bigint, c: bigint, d: bigint): [bigint, bigint] {
  return [
    (rotate((a + b) & mask, 43n) + rotate(c, 30n) + d) & mask,
    (a + rotate((b + k2) & mask, 18n) + c) & mask,
  ];
}

function ofUpTo64(view: DataView): bigint {
  const factor = factorOf(view);
  const end = view.byteLength;
  const a = times(word(view, 0), k2);
  const b = word(view, 8);
  const c = times(word(view, end - 8), factor);
  const d = times(word(view, end - 16), k2);
  const [y, second] = fold(a, b, c, d);
  const z = ofTwo(y, second, factor);
  const e = times(word(view, 16), factor);
  const f = word(view, 24);
  const g = times((y + word(view, end - 32)) & mask, factor);
  const h = times((z + word(view, end - 24)) & mask, factor);
  return ofTwo(
    (rotate((e + f) & mask, 43n) + rotate(g, 30n) + h) & mask,
    (e + rotate((f + a) & mask, 18n) + g) & mask,
    factor,
  );
}

type Two = readonly [bigint, bigint];

function ofWords(view: DataView, at: number, [a, b]: Two): Two {
  const [w, x, y, z] = [0, 8, 16, 24].map((place) => word(view, at + place)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const first = (a + w) & mask;
  const rotated = rotate((b + first + z) & mask, 21n);
  const sum = (first + x + y) & mask;
  return [(sum + z) & mask, (rotated + rotate(sum, 44n) + first) & mask];
}

interface State {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
  readonly v: Two;
  readonly w: Two;
}

/** Takes 64 bytes in; `seventh` weighs what the last of them does to the state. */
function takeBlock(view: DataView, at: number, state: State, factor: bigint, weight: bigint): State {
  const { v, w } = state;
  const x =
    times(rotate((state.x + state.y + v[0] + word(view, at + 8)) & mask, 37n), factor) ^ times(w[1], weight);
  const y =
    (times(rotate((state.y + v[1] + word(view, at + 48)) & mask, 42n), factor) +
      times(v[0], weight) +
      word(view, at + 40)) &
    mask;
  const z = times(rotate((state.z + w[0]) & mask, 33n), factor);
  return {
    x: z,
    y,
    z: x,
    v: ofWords(view, at, [times(v[1], factor), (x + w[0]) & mask]),
    w: ofWords(view, at + 32, [(z + w[1]) & mask, (y + word(view, at + 16)) & mask]),
  };
}

function ofMore(view: DataView): bigint {
  const seed = 81n;
  const y = (seed * k1 + 113n) & mask;
  const z = times(mix((times(y, k2) + 113n) & mask), k2);
  let state: State = { x: (seed * k2 + word(view, 0)) & mask, y, z, v: [0n, 0n], w: [0n, 0n] };
  const last = view.byteLength - 1;
  const end = last - (last % 64);
  for (let at = 0; at < end; at += 64) state = takeBlock(view, at, state, k1, 1n);

  const factor = (k1 + ((state.z & 0xffn) << 1n)) & mask;
  const w0 = (state.w[0] + BigInt(last % 64)) & mask;
  const v0 = (state.v[0] + w0) & mask;
  const mixed: State = { ...state, v: [v0, state.v[1]], w: [(w0 + v0) & mask, state.w[1]] };
  const { x, y: lastY, z: lastZ, v, w } = takeBlock(view, view.byteLength - 64, mixed, factor, 9n);
  return ofTwo(
    (ofTwo(v[0], w[0], factor) + times(mix(lastY), k0) + lastZ) & mask,
    (ofTwo(v[1], w[1], factor) + x) & mask,
    factor,
  );
}
