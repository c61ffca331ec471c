import { NdArray, type Program, type ProgramReport, type Signature, type Step } from '@myelin/core';
import { type Tensor, engine } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { wasm } from '../../wasm.js';

// What is computed in pairs of vectors is right where they are not joined, too.
vi.mock('../../native/wide-vectors.js', () => ({ joinVectors: () => true }));

const run = (name: string, inputs: Record<string, Tensor>, attrs: object = {}): Tensor =>
  engine().runKernel<Tensor>(name, inputs, { ...attrs });

/** What a step of gradient descent does with a kernel: `c - c · (aᵀ · b)`, and the sum of its new and its old values. */
const update = (transposeB: boolean): Step => ({
  name: 'update',
  run: (tensors) => {
    const [a, b, c] = tensors as [Tensor, Tensor, Tensor];
    const gradient = run('BatchMatMul', { a, b }, { transposeA: true, transposeB });
    const next = run('Sub', { a: c, b: run('Multiply', { a: c, b: gradient }) });
    return [next, run('Add', { a: c, b: next })];
  },
});

/** Rows, columns and depth: both sides of whole tiles, strips and panels, and threads that share either side. */
const sizes = [
  [512, 8, 32],
  [513, 8, 1],
  [700, 7, 2],
  [1366, 3, 5],
  [4100, 1, 3],
  [1, 4100, 3],
  [5, 833, 33],
  [6, 700, 32],
  [7, 700, 31],
  [64, 64, 256],
  [65, 65, 100],
  [61, 132, 16],
] as const;

const noise = (shape: readonly number[], seed: number): NdArray => {
  const data = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(i * i + seed));
  return new NdArray(data, shape);
};

describe.each([
  { numerics: 'portable', threads: 1, wideVectors: false },
  { numerics: 'portable', threads: 1, wideVectors: true },
  { numerics: 'fastest', threads: 1, wideVectors: false },
  { numerics: 'fastest', threads: 1, wideVectors: true },
  { numerics: 'fastest', threads: 2, wideVectors: false },
  { numerics: 'fastest', threads: 3, wideVectors: true },
] as const)('products that a loop goes on with, %o', (options) => {
  const runtime = wasm(options);
  beforeAll(() => runtime.ready());

  it.each(sizes)('%i x %i, sums of %i', async (rows, columns, depth) => {
    for (const transposeB of [false, true]) {
      const inputs = [
        noise([depth, rows], 1),
        noise(transposeB ? [columns, depth] : [depth, columns], 2),
        noise([rows, columns], 3),
      ];
      const signature: Signature = { inputs: inputs.map(({ shape }) => ({ shape, dtype: 'float32' })) };
      const program = (await runtime.prepare(update(transposeB), signature, true)) as Program;
      expect((program.report as ProgramReport).fusions.products).toBe(1);
      const [next, both] = await (await program.run(inputs)).read();
      const [a, b, c] = inputs.map(({ data }) => data as Float32Array) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      let worst = 0;
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let k = 0; k < depth; k++) {
            const right = transposeB ? b[j * depth + k] : b[k * columns + j];
            sum += (a[k * rows + i] ?? NaN) * (right ?? NaN);
          }
          const place = i * columns + j;
          const old = c[place] ?? NaN;
          const expected = old - old * sum;
          const errors = [
            Number(next?.data[place]) - expected,
            Number(both?.data[place]) - (old + expected),
          ].map(Math.abs);
          worst = Math.max(worst, ...errors.map((error) => (Number.isNaN(error) ? Infinity : error)));
        }
      }
      expect(worst).toBeLessThan(1e-6 * (depth + 2));
      program.dispose();
    }
  });
});
