import { type LayerConfig, type LayerFactory, PyFloat, attachMask, defineLayer } from '@myelin/core';
import { any, expandDims, notEqual, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Options of {@link masking}. */
export interface MaskingConfig extends LayerConfig {
  /** What all features of a step that does not count are. @defaultValue 0 */
  maskValue?: number;
}

/**
 * Leaves out the steps whose features all are `maskValue`: layers after this one, the loss and metrics skip them.
 *
 * For sequences of different lengths, filled up to one length. The features of masked steps become 0.
 *
 * Input `[batch, steps, features]` → the same shape, with a mask `[batch, steps]`. No weights.
 *
 * @example
 * ```ts
 * const y = masking({ maskValue: -1 })(tensor([[[-1, -1], [-1, 3]]]));
 * y; // [[[0, 0], [-1, 3]]]
 * maskOf(y); // [[false, true]]
 * ```
 * @see Keras `keras.layers.Masking`
 */
export const masking: LayerFactory<MaskingConfig> = /* @__PURE__ */ defineLayer({
  className: 'Masking',
  defaults: { maskValue: 0 },
  floats: ['maskValue'],
  inputSpec: () => ({ minRank: 2 }),
  build: () => ({}),

  call(x, { config }) {
    const mask = counts(x, config.maskValue);
    const y = where(expandDims(mask, { axis: -1 }), x, 0);
    attachMask(y, mask);
    return y;
  },

  computeMask: (x, _, { config }) => counts(x, config.maskValue),
});

/** Which steps have a feature that is not the masked value; in files that value is a float, even a whole one. */
function counts(x: Tensor, maskValue: number): Tensor {
  return any(notEqual(x, new PyFloat(maskValue)), { axis: -1, keepdims: false });
}
