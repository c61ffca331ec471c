import '@tensorflow/tfjs-backend-cpu';
import { ArgumentError, DTypeError, NdArray, ShapeError, StateError, isLayer } from '@myelin/core';
import { eagerRuntime, tensor } from '@myelin/ops';
import { expectNoLeak } from '@myelin/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { categoryEncoding } from './category-encoding.js';
import { discretization } from './discretization.js';
import { hashedCrossing } from './hashed-crossing.js';
import { integerLookup } from './integer-lookup.js';
import { normalization } from './normalization.js';
import { stringLookup } from './string-lookup.js';
import { textVectorization } from './text-vectorization.js';

beforeAll(() => eagerRuntime('cpu').ready());

/** Batches that come one after another. */
async function* later<T>(...batches: T[]): AsyncGenerator<T> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

describe('adapt', () => {
  it('takes arrays, tensors, batches, and batches that come later', async () => {
    const data = [
      [1, 4],
      [3, 0],
      [8, 2],
    ];
    const [head, tail] = [data.slice(0, 1), data.slice(1)].map((rows) => NdArray.from(rows)) as [
      NdArray,
      NdArray,
    ];
    const whole = tensor(data);
    const ways = [data, whole, [head, tail], later({ x: head }, { x: tail })];
    for (const way of ways) {
      const layer = normalization();
      await expectNoLeak(() => layer.adapt(way));
      const [mean, variance] = await layer.getWeights();
      expect(mean?.toArray()).toEqual([4, 2]);
      expect(variance?.data[1]).toBeCloseTo(8 / 3, 6);
    }
    whole.dispose();
  });

  it('reads as many batches as it is told, and refuses none', async () => {
    const lookup = integerLookup();
    await lookup.adapt(later([[1]], [[2]]), { steps: 1 });
    expect(lookup.getVocabulary()).toEqual([-1, 1]);
    await expect(lookup.adapt(later())).rejects.toThrow(ArgumentError);
  });

  it('refuses data that the layer was not built for, and layers that were told', async () => {
    const layer = normalization();
    layer.build([null, 3]);
    await expect(layer.adapt([[1, 2]])).rejects.toThrow(ShapeError);
    await expect(normalization({ mean: 1, variance: 1 }).adapt([[1]])).rejects.toThrow(ArgumentError);
    await expect(stringLookup({ vocabulary: ['a'] }).adapt(['b'])).rejects.toThrow(ArgumentError);
    await expect(discretization({ binBoundaries: [0] }).adapt([1])).rejects.toThrow(ArgumentError);
  });
});

describe('what they refuse', () => {
  it.each([
    ['sparse', () => categoryEncoding({ numTokens: 2, sparse: true })],
    ['ragged', () => textVectorization({ ragged: true })],
    ['a path', () => stringLookup({ vocabulary: 'words.txt' as never })],
    ['rows of unknown size', () => stringLookup({ padToMaxTokens: true })],
    ['a token twice', () => stringLookup({ vocabulary: ['a', 'a'] })],
    ['neither bins nor boundaries', () => discretization({})],
  ])('%s', (_, make) => {
    expect(make).toThrow(ArgumentError);
  });

  it('calls before they know, and of other types', () => {
    expect(() => discretization({ numBins: 2 })(tensor([1]))).toThrow(StateError);
    expect(() => stringLookup({ outputMode: 'count' })(['a'])).toThrow(StateError);
    expect(() => stringLookup()([1])).toThrow(DTypeError);
    expect(() => stringLookup({ vocabulary: ['a'], numOovIndices: 0 })(['b'])).toThrow('"b"');
    expect(() => hashedCrossing({ numBins: 2 })([['a'], [0.5]])).toThrow('whole numbers');
  });
});

it('a number that is none lies in the last bin, as in Keras', async () => {
  const bins = discretization({ binBoundaries: [0, 1] })(tensor([NaN, Infinity, -Infinity]));
  expect([...(await bins.data())]).toEqual([2, 2, 0]);
});

it('numbers beyond all lie in the last bin, too, where data gave fewer bins than asked for', async () => {
  const layer = discretization({ numBins: 4 });
  await layer.adapt([1, 2]);
  expect(layer.getConfig()).toMatchObject({ bin_boundaries: [{ value: 1 }] });
  expect([...(await layer(tensor([0, 1, 5, Infinity, -Infinity, NaN])).data())]).toEqual([0, 1, 1, 1, 0, 1]);
});

it('a layer of the host is a layer, and takes strings as tensors', () => {
  const lookup = stringLookup({ vocabulary: ['a'] });
  expect(isLayer(lookup)).toBe(true);
  expect([...lookup(tensor(['a', 'b'])).dataSync()]).toEqual([1, 0]);
});
