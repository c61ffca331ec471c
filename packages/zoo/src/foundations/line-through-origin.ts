import { constant } from '@myelin/initializers';
import { dense, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { sgd } from '@myelin/optimizers';

/** Options of {@link lineThroughOrigin}. */
export interface LineThroughOriginOptions {
  /** The slope to start from. @defaultValue 0 */
  readonly slope?: number;
  /** Of gradient descent. @defaultValue 0.1 */
  readonly learningRate?: number;
  /** @defaultValue 'line_through_origin' */
  readonly name?: string;
}

/**
 * A line with a slope to learn: `z = slope · x`, a linear neuron with one input and no bias.
 *
 * Its error is a parabola over its only weight, so each step of gradient descent can be foretold. Compiled with plain
 * gradient descent and `mean_squared_error`.
 *
 * Input `[batch, 1]` → output `[batch, 1]`.
 *
 * @example
 * ```ts
 * lineThroughOrigin({ slope: 3 }).countParams(); // 1
 * ```
 */
export function lineThroughOrigin(options: LineThroughOriginOptions = {}): Sequential {
  const { slope = 0, learningRate = 0.1, name = 'line_through_origin' } = options;
  const model = sequential(
    [
      input({ shape: [1] }),
      dense({ units: 1, useBias: false, kernelInitializer: constant({ value: slope }) }),
    ],
    { name },
  );
  model.compile({ optimizer: sgd({ learningRate }), loss: 'mean_squared_error' });
  return model;
}
