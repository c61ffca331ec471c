import { elu as expLinear } from '@myelin/activations';
import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';

/** Options of {@link elu}. */
export interface EluConfig extends LayerConfig {
  /** What `-y` approaches for very negative inputs. @defaultValue 1 */
  alpha?: number;
}

/**
 * Exponential linear unit as a layer of its own: `y = x` for `x > 0`, else `alpha · (eˣ - 1)`.
 *
 * Its outputs have means nearer to zero than those of `relu`.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * elu()(tensor([1, -1])); // [1, -0.6321]
 * ```
 * @see Keras `keras.layers.ELU`; Clevert et al., 2015, arXiv 1511.07289.
 */
export const elu: LayerFactory<EluConfig> = /* @__PURE__ */ defineLayer({
  className: 'ELU',
  defaults: { alpha: 1 },
  floats: ['alpha'],
  supportsMasking: true,
  build: () => ({}),
  call: (x, { config }) => expLinear(x, config),
});
