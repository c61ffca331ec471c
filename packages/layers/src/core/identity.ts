import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';

/** Options of {@link identity}. */
export type IdentityConfig = LayerConfig;

/**
 * Does nothing: `y = x`. Holds a place where a layer may stand or not.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * identity()(tensor([1, 2])); // [1, 2]
 * ```
 * @see Keras `keras.layers.Identity`
 */
export const identity: LayerFactory<IdentityConfig> = /* @__PURE__ */ defineLayer({
  className: 'Identity',
  supportsMasking: true,
  defaults: {},
  build: () => ({}),
  call: (x) => x,
});
