import { NdArray, setSeed } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset, fromArrays, fromGenerator, timeseriesDatasetFromArray } from '../index.js';

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const numbers = (n: number): Dataset<number> => fromGenerator(() => range(n), n);

async function collect<T>(dataset: AsyncIterable<T>): Promise<T[]> {
  const elements: T[] = [];
  for await (const element of dataset) elements.push(element);
  return elements;
}

describe('Dataset', () => {
  it('batches rows of named arrays, the last batch smaller', async () => {
    const rows = fromArrays({
      x: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      y: new Int32Array([7, 8, 9]),
    });
    const batches = await collect(rows.batch(2));
    expect(batches.map(({ x, y }) => [x.toArray(), y.toArray(), y.dtype])).toEqual([
      [
        [
          [1, 2],
          [3, 4],
        ],
        [7, 8],
        'int32',
      ],
      [[[5, 6]], [9], 'int32'],
    ]);
    expect(await collect(rows.batch(2, { dropRemainder: true }))).toHaveLength(1);
    expect(rows.batch(2).cardinality).toBe(2);
    expect(rows.batch(2, { dropRemainder: true }).cardinality).toBe(1);
  });

  it('batches numbers, booleans, strings and lists of them member by member', async () => {
    const [batch] = await collect(
      fromGenerator(
        () =>
          [
            [1, true, { s: 'a' }],
            [2, false, { s: 'b' }],
          ] as const,
      ).batch(2),
    );
    expect(batch?.[0].toArray()).toEqual([1, 2]);
    expect(batch?.[1].toArray()).toEqual([true, false]);
    expect(batch?.[2].s.toArray()).toEqual(['a', 'b']);
  });

  it('fills arrays up to the largest of their batch, on every axis', async () => {
    const rows = fromGenerator(
      () => [
        { x: NdArray.from([[1, 2]]), s: NdArray.from(['a']), n: 1 },
        { x: NdArray.from([[3], [4]]), s: NdArray.from(['b', 'c']), n: 2 },
        { x: NdArray.zeros([0, 3]), s: NdArray.from(['d']), n: 3 },
      ],
      3,
    );
    const [first, last] = await collect(rows.paddedBatch(2));
    expect(first?.x.toArray()).toEqual([
      [
        [1, 2],
        [0, 0],
      ],
      [
        [3, 0],
        [4, 0],
      ],
    ]);
    expect([first?.s.toArray(), first?.n.toArray()]).toEqual([
      [
        ['a', ''],
        ['b', 'c'],
      ],
      [1, 2],
    ]);
    expect(last?.x.shape).toEqual([1, 0, 3]);
    expect(rows.paddedBatch(2, { dropRemainder: true }).cardinality).toBe(1);
    const ranks = fromGenerator(() => [NdArray.from([1]), NdArray.from([[1]])]).paddedBatch(2);
    await expect(collect(ranks)).rejects.toThrow('batch: expected elements of shape (1,)');
  });

  it('starts anew with every pass', async () => {
    const squares = numbers(4).map((n) => Promise.resolve(n * n));
    expect(await collect(squares)).toEqual([0, 1, 4, 9]);
    expect(await collect(squares)).toEqual([0, 1, 4, 9]);
  });

  it('takes, skips and repeats as slices do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(3), async (n, skip, take, passes) => {
        const dataset = numbers(n).skip(skip).take(take).repeat(passes);
        const once = range(n).slice(skip, skip + take);
        expect(await collect(dataset)).toEqual(range(passes).flatMap(() => once));
        expect(dataset.cardinality).toBe(passes * once.length);
      }),
    );
  });

  it('asks the source for nothing beyond what take() needs, and lets it clean up', async () => {
    const log: string[] = [];
    const source = fromGenerator(function* () {
      try {
        for (let i = 0; ; i++) {
          log.push(`made ${i}`);
          yield i;
        }
      } finally {
        log.push('closed');
      }
    });
    expect(await collect(source.take(2))).toEqual([0, 1]);
    expect(log).toEqual(['made 0', 'made 1', 'closed']);
  });

  it('knows how many elements a pass has', () => {
    expect(numbers(5).repeat().cardinality).toBe(Infinity);
    expect(numbers(5).repeat().take(7).batch(2).cardinality).toBe(4);
    expect(numbers(0).repeat().cardinality).toBe(0);
    const unknown = fromGenerator(() => [1, 2]);
    expect(unknown.batch(2).skip(1).repeat().cardinality).toBeUndefined();
    expect(unknown.take(3).cardinality).toBeUndefined();
    expect(unknown.take(0).cardinality).toBe(0);
  });

  it('ends when it repeats nothing', async () => {
    expect(await collect(numbers(0).repeat())).toEqual([]);
  });

  it('reports who asked for a count that makes no sense', () => {
    expect(() => numbers(3).batch(0)).toThrow('Dataset.batch: expected a whole number from 1 up, got 0.');
    expect(() => numbers(3).paddedBatch(0)).toThrow('Dataset.paddedBatch');
    expect(() => numbers(3).take(-1)).toThrow('Dataset.take');
    expect(() => numbers(3).skip(NaN)).toThrow('Dataset.skip');
    expect(() => numbers(3).shuffle(0)).toThrow('Dataset.shuffle');
    expect(() => numbers(3).prefetch(1.5)).toThrow('Dataset.prefetch');
    expect(() => numbers(3).repeat(-1)).toThrow('Dataset.repeat');
  });

  it('names the member whose shapes differ within a batch', async () => {
    const ragged = fromGenerator(() => [{ x: NdArray.from([1]) }, { x: NdArray.from([1, 2]) }]).batch(2);
    await expect(collect(ragged)).rejects.toThrow('batch of `x`: expected elements of shape (1,)');
    const mixed = fromGenerator<unknown>(() => [{ x: { y: 1 } }, { x: { y: '1' } }]).batch(2);
    await expect(collect(mixed)).rejects.toThrow('batch of `x.y`: expected numbers in every element');
    const missing = fromGenerator<unknown>(() => [{ x: 1 }, {}]).batch(2);
    await expect(collect(missing)).rejects.toThrow('objects with the member "x"');
    await expect(collect(fromGenerator(() => [null]).batch(2))).rejects.toThrow(
      'batch: expected arrays, numbers',
    );
  });
});

describe('shuffle', () => {
  it('has the same elements, another order each pass, and the same orders for the same seed', async () => {
    const shuffled = numbers(50).shuffle(50, { seed: 1 });
    const [first, second] = [await collect(shuffled), await collect(shuffled)];
    expect([...first].sort((a, b) => a - b)).toEqual(range(50));
    expect([...second].sort((a, b) => a - b)).toEqual(range(50));
    expect(second).not.toEqual(first);
    const again = numbers(50).shuffle(50, { seed: 1 });
    expect([await collect(again), await collect(again)]).toEqual([first, second]);
    expect(await collect(numbers(50).shuffle(50, { seed: 2 }))).not.toEqual(first);
  });

  it('follows setSeed when it has no seed of its own', async () => {
    setSeed(3);
    const first = await collect(numbers(30).shuffle(30));
    const second = await collect(numbers(30).shuffle(30));
    setSeed(3);
    expect(await collect(numbers(30).shuffle(30))).toEqual(first);
    expect(second).not.toEqual(first);
  });

  it('brings no element forward by more than its buffer', async () => {
    const shuffled = await collect(numbers(200).shuffle(10, { seed: 4 }));
    shuffled.forEach((element, place) => {
      expect(element - place).toBeLessThan(10);
    });
    expect(await collect(numbers(5).shuffle(1, { seed: 0 }))).toEqual(range(5));
  });

  it('gives every place to every element equally often', async () => {
    const counts = range(4).map(() => range(4).map(() => 0));
    const shuffled = numbers(4).shuffle(4, { seed: 9 });
    for (let pass = 0; pass < 4000; pass++) {
      (await collect(shuffled)).forEach((element, place) => {
        const row = counts[place] ?? [];
        row[element] = (row[element] ?? 0) + 1;
      });
    }
    // Chi squared of 9 degrees of freedom: 27.9 is passed once in a thousand fair shuffles.
    const chiSquared = counts.flat().reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it('orders the windows of a time series anew each pass', async () => {
    const options = { sequenceLength: 2, batchSize: null, shuffle: true, seed: 3 };
    const windows = timeseriesDatasetFromArray(range(30), range(30), options).map(({ x, y }) => [
      ...x.data,
      y.item(),
    ]);
    const [first, second] = [await collect(windows), await collect(windows)];
    expect(first).not.toEqual(second);
    const sorted = [...first].sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(sorted).toEqual(range(29).map((i) => [i, i + 1, i]));
  });
});

describe('prefetch', () => {
  it('keeps the order and runs ahead by what it was told', async () => {
    let made = 0;
    const source = fromGenerator(function* () {
      for (const i of range(6)) {
        made++;
        yield i;
      }
    });
    const aheads: number[] = [];
    for await (const i of source.prefetch(2)) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      aheads.push(made - i - 1);
    }
    expect(aheads).toEqual([2, 2, 2, 2, 1, 0]);
  });

  it('passes on an error when its turn comes', async () => {
    const broken = numbers(5).map((n) => {
      if (n === 2) throw new Error('no third');
      return n;
    });
    const seen: number[] = [];
    const read = async (): Promise<void> => {
      for await (const n of broken.prefetch(4)) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        seen.push(n);
      }
    };
    await expect(read()).rejects.toThrow('no third');
    expect(seen).toEqual([0, 1]);
  });

  it('closes the source when the reader leaves early', async () => {
    let closed = false;
    const source = fromGenerator(function* () {
      try {
        yield* range(10);
      } finally {
        closed = true;
      }
    });
    expect(await collect(source.prefetch(3).take(1))).toEqual([0]);
    expect(closed).toBe(true);
  });
});
