import { type ArrayLike, type LayerConfig, type LayerFactory, NdArray, defineLayer } from '@myelin/core';
import { add, multiply, tensor } from '@myelin/ops';

/** Options of {@link rescaling}. */
export interface RescalingConfig extends LayerConfig {
  /** The factor: a number, or one for each place along the last axes. */
  scale: number | readonly ArrayLike[];
  /** What is added afterwards, likewise. @defaultValue 0 */
  offset?: number | readonly ArrayLike[];
}

/**
 * Brings numbers to another range: `y = x · scale + offset`.
 *
 * From 0 to 255, as pictures have them, to 0 to 1 by `scale: 1 / 255`; to -1 to 1 by `scale: 1 / 127.5, offset: -1`.
 *
 * Input `[batch, ...]` → the same shape. No weights.
 *
 * @example
 * ```ts
 * rescaling({ scale: 1 / 127.5, offset: -1 })(tensor([[0, 127.5, 255]])); // [[-1, 0, 1]]
 * ```
 * @see Keras `keras.layers.Rescaling`
 */
export const rescaling: LayerFactory<RescalingConfig> = /* @__PURE__ */ defineLayer({
  className: 'Rescaling',
  required: ['scale'],
  floats: ['scale', 'offset'],
  defaults: { offset: 0 },
  supportsMasking: true,
  build: () => ({}),

  call(x, { config: { scale, offset } }) {
    const [factor, term] = [scale, offset].map((value) => tensor(NdArray.from(value as ArrayLike)));
    return add(multiply(x, factor as never), term as never);
  },
});
