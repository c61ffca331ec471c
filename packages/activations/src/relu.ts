import { type NamedFunction, defineActivation } from '@myelin/core';
import { clip, leakyRelu, multiply, relu as rectify, subtract, threshold as cut } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export interface ReluOptions {
  /** Slope below the threshold. @defaultValue 0 */
  readonly negativeSlope?: number;
  /** The largest output. @defaultValue none */
  readonly maxValue?: number | null;
  /** Up to it, the output is `negativeSlope · (x - threshold)`. @defaultValue 0 */
  readonly threshold?: number;
}

/**
 * Rectified linear unit: `y = max(x, 0)`.
 *
 * The default for hidden layers: its gradient does not vanish for positive inputs.
 *
 * @example
 * ```ts
 * relu(tensor([-2, 0, 3])); // [0, 0, 3]
 * ```
 * @see Keras `keras.activations.relu`
 * @id relu
 */
export const relu: ((x: Tensor, options?: ReluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('relu', (x: Tensor, options: ReluOptions = {}): Tensor => {
    const { negativeSlope = 0, maxValue = null, threshold = 0 } = options;
    if (negativeSlope !== 0 && maxValue === null && threshold === 0) return leakyRelu(x, { negativeSlope });
    const above = threshold === 0 ? rectify(x) : cut(x, { threshold, defaultValue: 0 });
    const y = maxValue === null ? above : clip(above, { xMin: 0, xMax: maxValue });
    return negativeSlope === 0 ? y : subtract(y, multiply(rectify(subtract(threshold, x)), negativeSlope));
  });
