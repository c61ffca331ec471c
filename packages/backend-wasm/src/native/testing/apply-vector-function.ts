import type { Address, VectorFunction } from '../native-kernels.js';

type Apply = (x: Address, y: Address) => void;

/**
 * A module that takes `f: v128 -> v128` and a memory, and exports `a(x, y)`, which stores `f` of the four floats at `x`
 * at `y`.
 */
const code = Uint8Array.from(
  [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    // Types: v128 -> v128, (i32, i32) -> nothing.
    [0x01, 0x0b, 0x02, 0x60, 0x01, 0x7b, 0x01, 0x7b, 0x60, 0x02, 0x7f, 0x7f, 0x00],
    // Imports: e.f, a function of the first type; e.m, a memory.
    [0x02, 0x0e, 0x02, 0x01, 0x65, 0x01, 0x66, 0x00, 0x00, 0x01, 0x65, 0x01, 0x6d, 0x02, 0x00, 0x00],
    [0x03, 0x02, 0x01, 0x01],
    // Export: a, the second function.
    [0x07, 0x05, 0x01, 0x01, 0x61, 0x00, 0x01],
    // local.get 1; local.get 0; v128.load; call 0; v128.store; end
    [0x0a, 0x12, 0x01, 0x10, 0x00, 0x20, 0x01, 0x20, 0x00, 0xfd, 0x00, 0x04, 0x00, 0x10, 0x00],
    [0xfd, 0x0b, 0x04, 0x00, 0x0b],
  ].flat(),
);

/** A function that JavaScript cannot call, called by a module that is linked to it. */
export async function applyVectorFunction(
  f: VectorFunction,
  memory: WebAssembly.Memory,
  values: readonly [number, number, number, number],
): Promise<readonly number[]> {
  const { instance } = await WebAssembly.instantiate(code, { e: { f, m: memory } });
  const [x, y] = [1024, 2048];
  new Float32Array(memory.buffer, x, 4).set(values);
  const { a: apply } = instance.exports;
  (apply as Apply)(x, y);
  return [...new Float32Array(memory.buffer, y, 4)];
}
