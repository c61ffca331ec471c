import '@tensorflow/tfjs-backend-cpu';
import { ShapeError, SymbolicTensor } from '@myelin/core';
import { type Tensor, randomNormal, setBackend, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  add,
  eig,
  eigh,
  ensureAbstractEvaluator,
  multiply,
  reshape,
  sum,
  tensor,
  transpose,
  valueAndGradients,
} from '../index.js';
import { eigenOf } from './internal/eigenvectors.js';

beforeAll(async () => {
  await setBackend('cpu');
});

/** How far `a · v` is from `w · v`, and lengths from 1, in units of the matrix. */
function residual(size: number, a: Float64Array): number {
  const { values, vectors } = eigenOf({ size, values: a });
  const norm = Math.max(1e-300, Math.hypot(...a));
  let worst = 0;
  for (let column = 0; column < size; column++) {
    const [x, y] = vectors.map((part) =>
      Array.from({ length: size }, (_, i) => part[i * size + column] as number),
    ) as [number[], number[]];
    const [re, im] = values.map((part) => part[column] as number) as [number, number];
    worst = Math.max(worst, Math.abs(Math.hypot(...x, ...y) - 1));
    for (let row = 0; row < size; row++) {
      const times = (v: number[]): number =>
        v.reduce((total, value, i) => total + (a[row * size + i] as number) * value, 0);
      const [vx, vy] = [x[row] as number, y[row] as number];
      worst = Math.max(worst, Math.abs(times(x) - re * vx + im * vy) / norm);
      worst = Math.max(worst, Math.abs(times(y) - re * vy - im * vx) / norm);
    }
  }
  return worst;
}

const square = (entry: fc.Arbitrary<number>): fc.Arbitrary<readonly [number, Float64Array]> =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((size) =>
      fc
        .array(entry, { minLength: size * size, maxLength: size * size })
        .map((entries) => [size, Float64Array.from(entries)] as const),
    );

describe('eigenOf', () => {
  it('finds values and vectors of any matrix', () => {
    const entries = fc.oneof(
      fc.float({ min: -1000, max: 1000, noNaN: true }),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(square(entries), ([size, a]) => residual(size, a) < 1e-12),
      { numRuns: 300 },
    );
  });

  it('finds them where values are often equal, or too few', () => {
    const entries = fc.integer({ min: -1, max: 1 });
    fc.assert(
      fc.property(square(entries), ([size, a]) => residual(size, a) < 1e-12),
      { numRuns: 500 },
    );
  });

  it.each([30, 60])(
    'finds them of a matrix of %i rows, and of a shift, whose values lie on a circle',
    (size) => {
      const drawn = Float64Array.from({ length: size * size }, (_, i) => Math.sin(i * i));
      expect(residual(size, drawn)).toBeLessThan(1e-12);
      const shift = new Float64Array(size * size);
      for (let i = 0; i < size; i++) shift[i * size + ((i + 1) % size)] = 1;
      expect(residual(size, shift)).toBeLessThan(1e-12);
      const block = new Float64Array(size * size);
      for (let i = 0; i < size; i++) {
        block[i * size + i] = 2;
        if (i + 1 < size) block[i * size + i + 1] = 1;
      }
      expect(residual(size, block)).toBeLessThan(1e-12);
    },
  );

  it('gives NaN for what is not finite', () => {
    const { values } = eigenOf({ size: 2, values: Float64Array.of(1, NaN, 0, 2) });
    expect([...values[0], ...values[1]]).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('eig', () => {
  it('orders values by their real, then by their imaginary parts, which are in conjugate pairs', () => {
    tidy(() => {
      const x = tensor([
        [1, -2, 0, 0],
        [2, 1, 0, 0],
        [0, 0, 1, -1],
        [0, 0, 1, 1],
      ]);
      const [[real, imaginary]] = eig(x);
      expect(real.arraySync()).toEqual([1, 1, 1, 1]);
      expect(imaginary.arraySync()).toEqual([2, 1, -1, -2]);
    });
  });

  it('is eigh for symmetric matrices', () => {
    tidy(() => {
      const half = randomNormal([2, 5, 5], 0, 1, 'float32', 3);
      const x = add(half, transpose(half, { axes: [0, 2, 1] }));
      const [[values, none], [vectors, zeros]] = eig(x);
      const [expected, expectedVectors] = eigh(x);
      expect(sum(add(sum(none), sum(zeros))).arraySync()).toBe(0);
      const close = (a: Tensor, b: Tensor): void => {
        const [found, wanted] = [a.dataSync(), b.dataSync()];
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(wanted[i] as number, 4);
        });
      };
      close(values, expected);
      close(vectors, expectedVectors);
    });
  });

  it('has the gradient of finite differences', () => {
    tidy(() => {
      const weights = [4, 4, 16, 16].map((n, i) => randomNormal([n], 0, 1, 'float32', i + 1));
      const at = (x: Tensor): Tensor =>
        eig(x)
          .flat()
          .map((part, i) => sum(multiply(reshape(part, { newshape: [-1] }), weights[i] as Tensor)))
          .reduce((a, b) => add(a, b));
      const x = randomNormal([4, 4], 0, 1, 'float32', 5);
      const { gradients } = valueAndGradients(() => at(x), [x]);
      const [found] = gradients.map((gradient) => gradient.dataSync());
      const step = 1e-2;
      for (let i = 0; i < 16; i++) {
        const moved = (by: number): number => {
          const data = x.dataSync().slice();
          (data[i] as number) += by;
          return at(reshape(tensor(data), { newshape: [4, 4] })).arraySync() as number;
        };
        const difference =
          (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step);
        expect(Math.abs((found?.[i] as number) - difference)).toBeLessThan(
          2e-2 * Math.max(1, Math.abs(difference)),
        );
      }
    });
  });

  it('extends graphs by pairs', () => {
    ensureAbstractEvaluator();
    const [values, vectors] = eig(new SymbolicTensor([null, 3, 3]));
    expect(values.map(({ shape }) => shape)).toEqual([
      [null, 3],
      [null, 3],
    ]);
    expect(vectors.map(({ shape }) => shape)).toEqual([
      [null, 3, 3],
      [null, 3, 3],
    ]);
  });

  it('refuses what is not square', () => {
    expect(() => eig(tensor([[1, 2, 3]]))).toThrow(ShapeError);
    expect(() => eig(tensor([1, 2, 3]))).toThrow('square matrices');
  });
});
