import { ArgumentError, type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { categoryMode } from './internal/category-mode.js';
import { type CategoryMode, encodeTensor } from './internal/encode-tensor.js';
import { refuseSparse } from './internal/refuse-sparse.js';

/** Options of {@link categoryEncoding}. */
export interface CategoryEncodingConfig extends LayerConfig {
  /** How many categories there are; they count from 0. */
  numTokens: number;
  /**
   * `'one_hot'`: a row for each element; `'multi_hot'`: one for each example, with ones for all categories that it has;
   * `'count'`: how often it has them. @defaultValue 'multi_hot'
   */
  outputMode?: CategoryMode;
  /** Sparse tensors, which there are none of here: only false is allowed. @defaultValue false */
  sparse?: boolean;
}

/**
 * Numbers of categories as rows of zeros and ones: `y[..., x] = 1`.
 *
 * Categories that are out of range leave no trace. In mode `'count'` a call may weigh the elements:
 * `layer(x, { countWeights })`, with weights of the shape of `x`.
 *
 * Input `[batch, elements]` of whole numbers → output `[batch, numTokens]`, for `'one_hot'` `[batch, elements,
 * numTokens]`; a last axis of size 1 is left out there. No weights.
 *
 * @example
 * ```ts
 * categoryEncoding({ numTokens: 4 })(tensor([[0, 1], [3, 3]])); // [[1, 1, 0, 0], [0, 0, 0, 1]]
 * categoryEncoding({ numTokens: 4, outputMode: 'count' })(tensor([[0, 1], [3, 3]])); // [[1, 1, 0, 0], [0, 0, 0, 2]]
 * ```
 * @throws ArgumentError when elements are weighed in another mode than `'count'`, or `sparse` is asked for.
 * @see Keras `keras.layers.CategoryEncoding`
 */
export const categoryEncoding: LayerFactory<CategoryEncodingConfig> = /* @__PURE__ */ defineLayer({
  className: 'CategoryEncoding',
  required: ['numTokens'],
  unsaved: ['sparse'],
  callOptions: ['countWeights'],
  defaults: { outputMode: 'multi_hot', sparse: false },
  resolve: {
    numTokens: positiveInteger('numTokens'),
    outputMode: categoryMode(['one_hot', 'multi_hot', 'count']),
    sparse: refuseSparse,
  },
  build: () => ({}),

  call(x, { config: { numTokens, outputMode }, options, who }) {
    const { countWeights = null } = options;
    if (countWeights !== null && outputMode !== 'count') {
      throw new ArgumentError({
        who,
        expected: '`countWeights` with `outputMode: "count"` only',
        got: `"${outputMode}"`,
      });
    }
    return encodeTensor(x, outputMode, numTokens, countWeights as Tensor | null);
  },
});
