import { ArgumentError, type LayerConfig, type LayerFactory, defineLayer, formatShape } from '@myelin/core';
import { transpose } from '@myelin/ops';

/** Options of {@link permute}. */
export interface PermuteConfig extends LayerConfig {
  /** Which axis of the input stands at each place of the output: 1 is the one after the batch. */
  dims: readonly number[];
}

/**
 * The axes of each example in another order.
 *
 * To turn features and steps around, or to bring channels to the other end.
 *
 * Input `[batch, ...]` → the same axes in the order of `dims`. No weights.
 *
 * @example
 * ```ts
 * permute({ dims: [2, 1] })(tensor([[[1, 2], [3, 4]]])); // [[[1, 3], [2, 4]]]
 * ```
 * @throws ArgumentError when `dims` does not hold every number from 1 to its length once.
 * @see Keras `keras.layers.Permute`
 */
export const permute: LayerFactory<PermuteConfig> = /* @__PURE__ */ defineLayer({
  className: 'Permute',
  required: ['dims'],
  defaults: {},
  resolve: { dims },
  inputSpec: ({ config }) => ({ rank: config.dims.length + 1 }),
  build: () => ({}),

  call: (x, { config }) => transpose(x, { axes: [0, ...config.dims] }),
});

function dims(given: readonly number[], who: string): readonly number[] {
  const sorted = [...given].sort((a, b) => a - b);
  if (sorted.every((axis, i) => axis === i + 1)) return [...given];
  throw new ArgumentError({
    who,
    expected: '`dims` to hold every number from 1 to its length once',
    got: formatShape(given),
  });
}
