import { type NamedFunction, defineActivation } from '@myelin/core';
import { greaterEqual, leakyRelu, minimum, multiply, relu as rectify, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export interface ReluOptions {
  /** Slope below the threshold. @defaultValue 0 */
  readonly negativeSlope?: number;
  /** The largest output. @defaultValue none */
  readonly maxValue?: number | null;
  /** Below it, the output is `negativeSlope · (x - threshold)`. @defaultValue 0 */
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
    let y: Tensor;
    if (threshold !== 0) {
      const below = multiply(subtract(x, threshold), negativeSlope);
      y = where(greaterEqual(x, threshold), x, below);
    } else {
      y = negativeSlope === 0 ? rectify(x) : leakyRelu(x, { negativeSlope });
    }
    return maxValue === null ? y : minimum(y, maxValue);
  });
