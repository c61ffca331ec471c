import { ArgumentError } from '@myelin/core';
import { type Batch, mapBatch, rowsOf } from './batch.js';

/** Takes the last share of the examples away to validate on, as Keras does. */
export function split(examples: Batch, share: number): { train: Batch; validation: Batch } {
  if (!(share > 0 && share < 1)) {
    throw new ArgumentError({
      who: 'fit',
      expected: '`validationSplit` from 0 to 1, both excluded',
      got: String(share),
    });
  }
  const size = rowsOf(examples);
  const border = Math.floor(size * (1 - share));
  if (border === 0 || border === size) {
    throw new ArgumentError({
      who: 'fit',
      expected: 'enough examples to split',
      got: `${size} examples with \`validationSplit\` ${share}`,
    });
  }
  return {
    train: mapBatch(examples, (array) => array.rows(0, border)),
    validation: mapBatch(examples, (array) => array.rows(border, size)),
  };
}
