import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { divide } from '@myelin/ops';
import { l1l2 } from '@myelin/regularizers';

/** Options of {@link activityRegularization}. */
export interface ActivityRegularizationConfig extends LayerConfig {
  /** Factor of the sizes. @defaultValue 0 */
  l1?: number;
  /** Factor of the squares. @defaultValue 0 */
  l2?: number;
}

/**
 * Adds a penalty on what passes through it to the loss: `(l1 · Σ |x| + l2 · Σ x²) / batch`; `y = x`.
 *
 * Keeps activations small or, with `l1`, sparse, wherever a layer has no `activityRegularizer` of its own.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * activityRegularization({ l1: 0.1 })(tensor([[1, -2]])); // [[1, -2]]
 * ```
 * @throws ArgumentError for a factor that is negative or no number.
 * @see Keras `keras.layers.ActivityRegularization`
 */
export const activityRegularization: LayerFactory<ActivityRegularizationConfig> = /* @__PURE__ */ defineLayer(
  {
    className: 'ActivityRegularization',
    defaults: { l1: 0, l2: 0 },
    floats: ['l1', 'l2'],
    supportsMasking: true,
    build: ({ config: { l1, l2 } }) => ({ penalty: l1l2({ l1, l2 }) }),

    call(x, { state, addLoss }) {
      const [batch = 1] = x.shape;
      addLoss(divide(state.penalty(x), batch));
      return x;
    },
  },
);
