import {
  add,
  divide,
  expandDims,
  maximum,
  mean,
  minimum,
  multiply,
  power,
  rsqrt,
  sqrt,
  square,
  subtract,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { updateNumber } from './internal/moments.js';
import type { SlotSpec, Slotted } from './optimizer-spec.js';

/** Options of {@link adafactor}. */
export interface AdafactorConfig {
  /** Exponent by which the averages forget less and less: `beta2 = 1 - t^beta2Decay`. @defaultValue -0.8 */
  beta2Decay?: number;
  /** Added to squared gradients. @defaultValue 1e-30 */
  epsilon1?: number;
  /** The smallest size that a weight counts as having. @defaultValue 0.001 */
  epsilon2?: number;
  /** Steps whose root mean square is larger are shortened to it. @defaultValue 1 */
  clipThreshold?: number;
  /** Kept in files. In Keras, too, steps fall with `1/√t` either way. @defaultValue true */
  relativeStep?: boolean;
}

interface AdafactorSlots {
  rows: Tensor;
  columns: Tensor;
  velocity: Tensor;
}

interface AdafactorShared {
  rate: Tensor;
  beta2: Tensor;
}

/**
 * Adam without momentum that remembers of a matrix the means of its rows and columns alone:
 * `w = w - max(epsilon2, rms(w)) · ρ · u / max(1, rms(u) / clipThreshold)` with `u = g / √v`.
 *
 * `ρ = min(learningRate, 1/√t)`, and `v` is the product of the averaged row and column means of `g² + epsilon1`. Weights
 * of one axis, such as biases, keep all of `v`; of those with more than two, the last two are factored.
 *
 * Slots, in saved order, for each weight: row means, column means, `velocity`. As in Keras, `v` is a slot of matrices too,
 * and weights of one axis have two int32 zeros in place of the means.
 *
 * @example
 * ```ts
 * adafactor().getConfig()['epsilon_2']; // 0.001
 * ```
 * @see Keras `keras.optimizers.Adafactor`; Shazeer and Stern, 2018, arXiv 1804.04235, algorithms 4 and 5.
 * @id adafactor
 */
export const adafactor: OptimizerFactory<AdafactorConfig> = /* @__PURE__ */ defineOptimizer<
  AdafactorConfig,
  AdafactorSlots,
  AdafactorShared
>({
  className: 'Adafactor',
  wireNames: { beta2Decay: 'beta_2_decay', epsilon1: 'epsilon_1', epsilon2: 'epsilon_2' },
  floats: ['beta2Decay', 'epsilon1', 'epsilon2', 'clipThreshold'],
  defaults: { beta2Decay: -0.8, epsilon1: 1e-30, epsilon2: 1e-3, clipThreshold: 1, relativeStep: true },
  slots: (_, weight) => [[meanSlot('rows', weight), meanSlot('columns', weight), 'velocity']],
  common({ learningRate, iteration }, { beta2Decay }) {
    const t = updateNumber(iteration);
    return { rate: minimum(learningRate, rsqrt(t)), beta2: subtract(1, power(t, beta2Decay)) };
  },
  step({ gradient, variable, slots, common: { rate, beta2 } }, { epsilon1, epsilon2, clipThreshold }) {
    const average = (old: Tensor, value: Tensor): Tensor =>
      add(multiply(beta2, old), multiply(subtract(1, beta2), value));
    const squares = add(square(gradient), epsilon1);
    const after =
      variable.rank < 2
        ? { ...slots, velocity: average(slots.velocity, squares) }
        : factored(
            average(slots.rows, mean(squares, { axis: -1 })),
            average(slots.columns, mean(squares, { axis: -2 })),
          );
    const update = divide(gradient, sqrt(after.velocity));
    const clipped = divide(update, maximum(1, divide(rootMeanSquare(update), clipThreshold)));
    const size = multiply(maximum(epsilon2, rootMeanSquare(variable)), rate);
    return { variable: subtract(variable, multiply(size, clipped)), slots: after };
  },
});

/** Where one mean of a weight is kept; Keras calls both by the name of the weight. */
function meanSlot(slot: 'rows' | 'columns', { name, shape }: Slotted): SlotSpec<'rows' | 'columns'> {
  if (shape.length < 2) return { slot, variable: { name, path: name, shape: [], dtype: 'int32' } };
  const axis = slot === 'rows' ? shape.length - 1 : shape.length - 2;
  return { slot, variable: { name, shape: shape.filter((_, i) => i !== axis) } };
}

function factored(rows: Tensor, columns: Tensor): AdafactorSlots {
  const shares = divide(rows, mean(rows, { axis: -1, keepdims: true }));
  const velocity = multiply(expandDims(shares, { axis: -1 }), expandDims(columns, { axis: -2 }));
  return { rows, columns, velocity };
}

function rootMeanSquare(x: Tensor): Tensor {
  return sqrt(mean(square(x)));
}
