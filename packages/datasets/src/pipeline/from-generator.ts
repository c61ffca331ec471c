import { Dataset } from './dataset.js';

/**
 * A pipeline over whatever `open` returns: called once a pass, so that every pass starts anew.
 *
 * For data that do not fit into memory, or come from files, a database or the network. With `cardinality`, the
 * number of elements of a pass, progress can be shown.
 *
 * @example
 * ```ts
 * const batches = fromGenerator(function* () {
 *   for (let n = 1; n <= 3; n++) yield { n, even: n % 2 === 0 };
 * }).batch(3);
 * const seen = [];
 * for await (const { n, even } of batches) seen.push(n.toArray(), even.toArray());
 * seen; // [[1, 2, 3], [false, true, false]]
 * ```
 * @see TensorFlow `tf.data.Dataset.from_generator`
 */
export function fromGenerator<T>(
  open: () => Iterable<T> | AsyncIterable<T>,
  cardinality?: number,
): Dataset<T> {
  return new Dataset(() => opened(open), cardinality);
}

async function* opened<T>(open: () => Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* open();
}
