import { NdArray, type NestedArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import {
  fromArrays,
  normalize,
  padSequences,
  splitDataset,
  timeseriesDatasetFromArray,
  toCategorical,
} from '../index.js';
import goldens from '../goldens/datasets.json' with { type: 'json' };

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe(`against Keras ${goldens.keras}`, () => {
  it.each(goldens.toCategorical)('toCategorical($labels, $numClasses)', ({ labels, numClasses, result }) => {
    expect(toCategorical(labels, numClasses ?? undefined).toArray()).toEqual(result);
  });

  it.each(goldens.normalize)('normalize, axis $axis, order $order', ({ x, axis, order, result }) => {
    const got = normalize(x, { axis, order: Number(order) });
    const expected = Array.from(NdArray.from(result, 'float64').data, Number);
    expect(got.size).toBe(expected.length);
    expected.forEach((value, i) => {
      expect(Math.abs(Number(got.data[i]) - value)).toBeLessThan(2e-7);
    });
  });

  it.each(goldens.padSequences)('padSequences($sequences, $options)', ({ sequences, options, result }) => {
    const { dtype, maxlen, padding, truncating, value } = options as {
      dtype?: 'float32' | 'str';
      maxlen?: number;
      padding?: 'pre' | 'post';
      truncating?: 'pre' | 'post';
      value?: number | string;
    };
    const got = padSequences(sequences, {
      ...(dtype === undefined ? {} : { dtype: dtype === 'str' ? 'string' : dtype }),
      ...(maxlen === undefined ? {} : { maxlen }),
      ...(padding === undefined ? {} : { padding }),
      ...(truncating === undefined ? {} : { truncating }),
      ...(value === undefined ? {} : { value }),
    });
    expect(got.toArray()).toEqual(result);
    expect(got.dtype).toBe(dtype === undefined ? 'int32' : dtype === 'str' ? 'string' : dtype);
  });

  it.each(goldens.splitDataset)('splitDataset of $rows rows, $leftSize and $rightSize', (golden) => {
    const [left, right] = splitDataset(
      { x: range(golden.rows) },
      {
        ...(golden.leftSize === null ? {} : { leftSize: golden.leftSize }),
        ...(golden.rightSize === null ? {} : { rightSize: golden.rightSize }),
      },
    );
    expect(left.x.toArray()).toEqual(golden.left);
    expect(right.x.toArray()).toEqual(golden.right);
  });

  it.each(goldens.timeseriesDatasetFromArray)('timeseriesDatasetFromArray with $options', async (golden) => {
    const { options } = golden as { options: Record<string, number | null> };
    const camel = Object.entries(options).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]);
    const windows = timeseriesDatasetFromArray(
      golden.data,
      golden.targets ?? [],
      Object.fromEntries(camel) as { sequenceLength: number },
    );
    const withoutTargets = timeseriesDatasetFromArray(
      golden.data,
      null,
      Object.fromEntries(camel) as { sequenceLength: number },
    );
    const batches: NestedArray[] = [];
    if (golden.targets === null) for await (const { x } of withoutTargets) batches.push([x.toArray()]);
    else for await (const { x, y } of windows) batches.push([x.toArray(), y.toArray()]);
    expect(batches).toEqual(golden.batches);
    expect((golden.targets === null ? withoutTargets : windows).cardinality).toBe(golden.batches.length);
  });
});

describe('bad input of the array functions', () => {
  it.each([
    [
      'a label that is too large',
      () => toCategorical([0, 3], 3),
      'whole numbers from 0 to 2, got 3 at index 1',
    ],
    ['a negative label', () => toCategorical([-1]), 'got -1 at index 0'],
    ['a fractional label', () => toCategorical([0.5], 2), 'got 0.5 at index 0'],
    ['NaN as a label', () => toCategorical([0, NaN], 2), 'got NaN at index 1'],
    [
      'an axis that is not there',
      () => normalize([[1]], { axis: 2 }),
      'an axis of an array of rank 2, got 2',
    ],
    ['an order of 0', () => normalize([1], { order: 0 }), 'an order above 0, got 0'],
    ['a sequence that is none', () => padSequences([[1], 2]), 'a list of sequences, got 2'],
    ['steps of two shapes', () => padSequences([[1], [[1, 2]]]), 'got (2,) in sequence 1'],
    ['a fractional maxlen', () => padSequences([[1]], { maxlen: 1.5 }), 'a whole number as maxlen, got 1.5'],
    [
      'a word to fill up numbers',
      () => padSequences([[1]], { value: 'x' }),
      'a value of type int32, got "x"',
    ],
    ['no size', () => splitDataset({ x: [1, 2] }, {}), 'leftSize or rightSize, got neither'],
    ['a side without rows', () => splitDataset({ x: [1, 2] }, { leftSize: 0.1 }), 'got 0 and 2 of 2 rows'],
    ['more rows than there are', () => splitDataset({ x: [1, 2] }, { leftSize: 3 }), 'below 2, got 3'],
    [
      'sides that overlap',
      () => splitDataset({ x: [1, 2, 3] }, { leftSize: 2, rightSize: 2 }),
      'got 2 and 2',
    ],
    ['arrays of two lengths', () => fromArrays({ x: [1, 2], y: [1] }), '`x` has 2 rows), got 1 rows in `y`'],
    ['no arrays', () => fromArrays({}), 'arrays by name'],
    ['a window of no length', () => timeseriesDatasetFromArray([1, 2], null, { sequenceLength: 0 }), 'got 0'],
    [
      'an end before the start',
      () => timeseriesDatasetFromArray([1, 2, 3], null, { sequenceLength: 1, startIndex: 2, endIndex: 1 }),
      'endIndex to be a whole number from 3 to 3, got 1',
    ],
  ])('%s', (_, call: () => unknown, message) => {
    expect(call).toThrow(message);
  });
});

describe('splitDataset', () => {
  const data = { x: range(100).map((i) => [i, 0 - i]), y: range(100) };

  it('shuffles rows together, the same way for the same seed, and loses none', () => {
    const [left, right] = splitDataset(data, { leftSize: 0.7, shuffle: true, seed: 5 });
    const [again] = splitDataset(data, { leftSize: 0.7, shuffle: true, seed: 5 });
    const [other] = splitDataset(data, { leftSize: 0.7, shuffle: true, seed: 6 });
    expect(again.y.toArray()).toEqual(left.y.toArray());
    expect(other.y.toArray()).not.toEqual(left.y.toArray());
    expect(left.x.toArray()).toEqual(Array.from(left.y.data, Number).map((i) => [i, 0 - i]));
    expect(
      [...Array.from(left.y.data, Number), ...Array.from(right.y.data, Number)].sort((a, b) => a - b),
    ).toEqual(range(100));
  });
});
