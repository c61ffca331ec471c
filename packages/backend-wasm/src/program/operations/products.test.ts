import { NdArray, type Program, type ProgramReport, type Signature, type Step } from '@myelin/core';
import { type Tensor, engine } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { wasm } from '../../wasm.js';

const run = (name: string, inputs: Record<string, Tensor>, attrs: object): Tensor =>
  engine().runKernel<Tensor>(name, inputs, { ...attrs });
const inOrder = (x: Tensor, perm: readonly number[]): Tensor => run('Transpose', { x }, { perm: [...perm] });
const multiply = (a: Tensor, b: Tensor, transposeB = false): Tensor =>
  run('BatchMatMul', { a, b }, { transposeA: false, transposeB });

/** Heads of attention, which lie side by side, without the softmax. */
const attend: Step = {
  name: 'attend',
  run: (tensors) => {
    const [q, k, v] = (tensors as [Tensor, Tensor, Tensor]).map((x) => inOrder(x, [0, 2, 1, 3])) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    return [inOrder(multiply(multiply(q, k, true), v), [0, 2, 1, 3])];
  },
};

interface Sizes {
  readonly batch: number;
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  readonly width: number;
}

function attention({ batch, heads, queries, keys, width }: Sizes, [q, k, v]: readonly NdArray[]): NdArray {
  const at = (x: NdArray | undefined, rows: number, b: number, row: number, h: number, i: number): number =>
    Number(x?.data[((b * rows + row) * heads + h) * width + i]);
  const y = new Float64Array(batch * queries * heads * width);
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let row = 0; row < queries; row++)
        for (let key = 0; key < keys; key++) {
          let score = 0;
          for (let i = 0; i < width; i++) score += at(q, queries, b, row, h, i) * at(k, keys, b, key, h, i);
          for (let i = 0; i < width; i++) {
            const place = ((b * queries + row) * heads + h) * width + i;
            y[place] = (y[place] ?? 0) + score * at(v, keys, b, key, h, i);
          }
        }
  return new NdArray(y, [batch, queries, heads, width]);
}

describe('products whose matrices lie between others', () => {
  const runtime = wasm();
  beforeAll(() => runtime.ready());

  it.each<Sizes>([
    { batch: 3, heads: 2, queries: 5, keys: 7, width: 4 },
    { batch: 2, heads: 3, queries: 33, keys: 20, width: 17 },
    { batch: 1, heads: 4, queries: 8, keys: 9, width: 8 },
    { batch: 2, heads: 5, queries: 8, keys: 9, width: 3 },
    { batch: 4, heads: 9, queries: 12, keys: 70, width: 64 },
  ])('are those of plain loops, without a copy: %o', async (sizes) => {
    const { batch, heads, queries, keys, width } = sizes;
    const inputs = [queries, keys, keys].map((rows, n) => {
      const size = batch * rows * heads * width;
      const data = Float32Array.from({ length: size }, (_, i) => Math.sin(i * i + n));
      return new NdArray(data, [batch, rows, heads, width]);
    });
    const signature: Signature = { inputs: inputs.map(({ shape }) => ({ shape, dtype: 'float32' })) };
    const program = (await runtime.prepare(attend, signature, true)) as Program;
    const [y] = await (await program.run(inputs)).read();
    const expected = attention(sizes, inputs);
    expect(y?.shape).toEqual(expected.shape);
    const errors = [...expected.data].map((value, i) => Math.abs(Number(y?.data[i]) - Number(value)));
    expect(Math.max(...errors)).toBeLessThan(1e-6 * keys * width);
    expect((program.report as ProgramReport).operations).toBe(2);
  });
});
