import { ArgumentError, nextSeed } from '@myelin/core';
import { prefetched } from './prefetched.js';
import { shuffled } from './shuffled.js';
import { type Batched, stack, stackPadded } from './stack.js';

interface BatchOptions {
  /** Whether a last batch that is smaller is left out. Default false. */
  readonly dropRemainder?: boolean;
}

interface Batching<T> extends BatchOptions {
  readonly join: (elements: readonly T[]) => Batched<T>;
}

/**
 * A lazy stream of elements that can be read again and again, each time from the start: one pass is one epoch.
 *
 * `fromArrays` and `fromGenerator` make one; each method returns a new one and computes nothing before it is read.
 * The usual order is `map`, `shuffle`, `batch`, `prefetch`.
 *
 * @example
 * ```ts
 * const batches = fromArrays({ x: [1, 2, 3] }).batch(2);
 * batches.cardinality; // 2
 * const seen = [];
 * for await (const { x } of batches) seen.push(x.toArray());
 * seen; // [[1, 2], [3]]
 * ```
 * @see TensorFlow `tf.data.Dataset`, whose names and meanings these are
 */
export class Dataset<T> implements AsyncIterable<T> {
  /** Number of elements of one pass: `Infinity` when it never ends, undefined when nobody can know. */
  readonly cardinality: number | undefined;
  readonly #open: () => AsyncIterator<T>;

  /** @param open - Starts a pass. */
  constructor(open: () => AsyncIterator<T>, cardinality?: number) {
    this.#open = open;
    this.cardinality = cardinality;
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return this.#open();
  }

  /** Every element replaced by what `transform` returns or promises for it. */
  map<U>(transform: (element: T) => U | PromiseLike<U>): Dataset<U> {
    return new Dataset(() => mapped(this, transform), this.cardinality);
  }

  /**
   * In random order, drawn from a buffer of `bufferSize` elements: as large as the data for a perfect shuffle.
   *
   * Each pass has another order. A `seed` makes the passes repeatable; by default it comes from `setSeed`.
   */
  shuffle(bufferSize: number, options: { readonly seed?: number } = {}): Dataset<T> {
    checkCount('shuffle', bufferSize, 1);
    const seed = options.seed ?? nextSeed();
    let epoch = 0;
    return new Dataset(() => shuffled(this, bufferSize, seed, epoch++), this.cardinality);
  }

  /**
   * `size` elements as one: arrays `[...]` become `[size, ...]`, numbers, booleans and strings `[size]`, objects and
   * lists member by member.
   *
   * The last batch may be smaller, unless `dropRemainder` leaves it out.
   */
  batch(size: number, options: BatchOptions = {}): Dataset<Batched<T>> {
    checkCount('batch', size, 1);
    return batchesOf(this, size, { ...options, join: stack });
  }

  /**
   * As `batch`, but arrays of different sizes are first filled up behind, with zeros or empty strings, to the largest
   * of the batch on every axis.
   */
  paddedBatch(size: number, options: BatchOptions = {}): Dataset<Batched<T>> {
    checkCount('paddedBatch', size, 1);
    return batchesOf(this, size, { ...options, join: stackPadded });
  }

  /** Prepares up to `count` elements while the ones before are being used. */
  prefetch(count: number): Dataset<T> {
    checkCount('prefetch', count, 1);
    return new Dataset(() => prefetched(this, count), this.cardinality);
  }

  /** The first `count` elements. */
  take(count: number): Dataset<T> {
    checkCount('take', count, 0);
    const cardinality = this.cardinality === undefined ? undefined : Math.min(this.cardinality, count);
    return new Dataset(() => taken(this, count), count === 0 ? 0 : cardinality);
  }

  /** Everything after the first `count` elements. */
  skip(count: number): Dataset<T> {
    checkCount('skip', count, 0);
    const cardinality = this.cardinality === undefined ? undefined : Math.max(0, this.cardinality - count);
    return new Dataset(() => skipped(this, count), cardinality);
  }

  /** `count` passes, one after the other; endless by default. */
  repeat(count: number = Infinity): Dataset<T> {
    if (count !== Infinity) checkCount('repeat', count, 0);
    const empty = count === 0 || this.cardinality === 0;
    const cardinality = this.cardinality === undefined ? undefined : this.cardinality * count;
    return new Dataset(() => repeated(this, count), empty ? 0 : cardinality);
  }
}

async function* mapped<T, U>(
  source: Dataset<T>,
  transform: (element: T) => U | PromiseLike<U>,
): AsyncGenerator<U> {
  for await (const element of source) yield await transform(element);
}

function batchesOf<T>(source: Dataset<T>, size: number, batching: Batching<T>): Dataset<Batched<T>> {
  const batches = source.cardinality === undefined ? undefined : source.cardinality / size;
  const round = batching.dropRemainder === true ? Math.floor : Math.ceil;
  return new Dataset(
    () => batched(source, size, batching),
    batches === undefined ? undefined : round(batches),
  );
}

async function* batched<T>(
  source: Dataset<T>,
  size: number,
  { dropRemainder = false, join }: Batching<T>,
): AsyncGenerator<Batched<T>> {
  let elements: T[] = [];
  for await (const element of source) {
    elements.push(element);
    if (elements.length < size) continue;
    yield join(elements);
    elements = [];
  }
  if (elements.length > 0 && !dropRemainder) yield join(elements);
}

async function* taken<T>(source: Dataset<T>, count: number): AsyncGenerator<T> {
  let left = count;
  if (left === 0) return;
  for await (const element of source) {
    yield element;
    if (--left === 0) return;
  }
}

async function* skipped<T>(source: Dataset<T>, count: number): AsyncGenerator<T> {
  let left = count;
  for await (const element of source) {
    if (left > 0) left--;
    else yield element;
  }
}

async function* repeated<T>(source: Dataset<T>, count: number): AsyncGenerator<T> {
  for (let pass = 0; pass < count; pass++) {
    let empty = true;
    for await (const element of source) {
      empty = false;
      yield element;
    }
    if (empty) return;
  }
}

function checkCount(who: string, count: number, least: number): void {
  if (Number.isInteger(count) && count >= least) return;
  throw new ArgumentError({
    who: `Dataset.${who}`,
    expected: `a whole number from ${least} up`,
    got: String(count),
  });
}
