import { Dataset } from './dataset.js';

/**
 * A pipeline over whatever `open` returns: called once a pass, so that every pass starts anew.
 *
 * For data that do not fit into memory, or come from files, a database or the network. With `cardinality`, the
 * number of elements of a pass, progress can be shown.
 *
 * @example
 * ```ts
 * const squares = fromGenerator(() => [1, 2, 3].map((n) => n * n));
 * for await (const { length } of squares.map(String)) console.log(length); // 1, 1, 1
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
