import { ArgumentError, NdArray, ShapeError } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import goldens from '../goldens/pca.json' with { type: 'json' };
import { digits, pca, project, unproject } from '../index.js';

function expectNear(got: Iterable<unknown>, expected: readonly number[], relative: number): void {
  const values = Array.from(got, Number);
  expect(values).toHaveLength(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  values.forEach((value, i) => {
    expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(relative * largest);
  });
}

describe(`pca, against scikit-learn ${goldens.scikitLearn}`, () => {
  it('finds the directions of a table, signs included', () => {
    const { x, mean, components, variance, codes, reconstructed } = goldens.table;
    const found = pca(NdArray.from(x), { components: 3 });
    expectNear(found.mean, mean, 1e-7);
    expectNear(found.components.data, components.flat(), 1e-6);
    expectNear(found.variance, variance, 1e-6);
    const z = project(NdArray.from(x), found);
    expectNear(z.data, codes.flat(), 1e-6);
    expectNear(unproject(z, found).data, reconstructed.flat(), 1e-6);
  });

  it('loses as much of digits that it has not seen', async () => {
    const { train, test } = await digits();
    const scaled = ({ x }: { x: NdArray }, rows: number): NdArray =>
      new NdArray(
        Float32Array.from(x.rows(0, rows).data as Uint8Array, (ink) => ink / 255),
        [rows, 784],
      );
    const seen = scaled(train, 1000);
    const unseen = scaled(test, 1000);
    const found = pca(seen, { components: 32 });
    expectNear(found.variance, goldens.digits.variance, 1e-6);
    for (const [count, error] of Object.entries(goldens.digits.errors)) {
      const fewer = { ...found, components: found.components.rows(0, Number(count)) };
      const again = unproject(project(unseen, fewer), fewer).data as Float32Array;
      const truth = unseen.data as Float32Array;
      const squares = again.reduce((sum, value, i) => sum + (value - (truth[i] ?? NaN)) ** 2, 0);
      expect(squares / unseen.size / error).toBeCloseTo(1, 5);
    }
  });
});

describe('pca', () => {
  it('leaves at 0 what the rows do not span', () => {
    const line = NdArray.from([
      [1, 2, 5],
      [2, 4, 5],
      [3, 6, 5],
    ]);
    const { components, variance } = pca(line, { components: 3 });
    expectNear(variance, [5, 0, 0], 1e-6);
    expectNear(components.data, [Math.sqrt(0.2), Math.sqrt(0.8), 0, 0, 0, 0, 0, 0, 0], 1e-6);
    const still = pca(NdArray.zeros([4, 2]), { components: 2 });
    expect([...still.variance, ...still.components.data]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('refuses what is no table, and components that it does not have', () => {
    expect(() => pca(NdArray.zeros([3]), { components: 1 })).toThrow(ShapeError);
    expect(() => pca(NdArray.zeros([3, 5]), { components: 4 })).toThrow(
      new ArgumentError({
        who: 'pca',
        expected: 'from 1 to 3 components for a table of 3 rows and 5 columns',
        got: '4',
      }),
    );
    expect(() => pca(NdArray.zeros([3, 5]), { components: 0.5 })).toThrow(ArgumentError);
  });
});
