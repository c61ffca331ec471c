import type { Batch } from './batch.js';
import type { DataSource } from './data-source.js';

/**
 * Batches for epochs of so many steps: each epoch goes on where the last one stopped, and begins anew where the data ends.
 *
 * @see Keras `keras.src.trainers.epoch_iterator.EpochIterator`
 */
export function resuming(source: DataSource, steps: number): DataSource {
  let rest: AsyncIterator<Batch> | Iterator<Batch> | undefined;
  return {
    steps,
    async *batches(shuffle) {
      for (let given = 0; given < steps;) {
        const isNew = rest === undefined;
        rest ??= begin(source.batches(shuffle));
        const next: IteratorResult<Batch, undefined> = await rest.next();
        if (next.done === true) {
          rest = undefined;
          // An epoch that has had batches ends with the data; one that stands at the end of the data begins anew.
          if (isNew || given > 0) return;
        } else {
          given++;
          yield next.value;
        }
      }
    },
    async close() {
      await rest?.return?.();
    },
  };
}

function begin(batches: AsyncIterable<Batch> | Iterable<Batch>): AsyncIterator<Batch> | Iterator<Batch> {
  return Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
}
