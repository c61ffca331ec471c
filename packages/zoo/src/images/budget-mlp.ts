import { ArgumentError } from '@myelin/core';
import { dense, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';

/** Options of {@link budgetMlp}. */
export interface BudgetMlpOptions {
  /** Hidden layers, all of one width. @defaultValue 1 */
  readonly depth?: number;
  /** How many weights and biases there may be, at most. @defaultValue 50000 */
  readonly parameters?: number;
  /** Numbers of an example. @defaultValue 784 */
  readonly inputs?: number;
  /** @defaultValue 10 */
  readonly classes?: number;
  /** Of Adam. @defaultValue 0.001 */
  readonly learningRate?: number;
  /** @defaultValue 'budget_mlp' */
  readonly name?: string;
}

/**
 * The widest classifier of `depth` hidden layers that a budget of parameters allows, to compare shallow with deep at equal
 * cost: hidden layers of `w` units with relu, then softmax.
 *
 * With `n` inputs and `c` classes it has `(depth - 1) w² + (n + depth + c) w + c` parameters.
 *
 * Compiled with Adam, `sparse_categorical_crossentropy` and accuracy: labels are class numbers from 0.
 *
 * Input `[batch, inputs]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * budgetMlp().countParams();             // 49300
 * budgetMlp({ depth: 4 }).countParams(); // 49616
 * ```
 * @throws ArgumentError for a depth that is no whole number from 1, and for a budget that one unit a layer exceeds.
 */
export function budgetMlp(options: BudgetMlpOptions = {}): Sequential {
  const { depth = 1, parameters = 50_000, inputs = 784, classes = 10 } = options;
  const { learningRate = 0.001, name = 'budget_mlp' } = options;
  const units = widest(depth, parameters, inputs, classes);
  const model = sequential(
    [
      input({ shape: [inputs] }),
      ...Array.from({ length: depth }, () => dense({ units, activation: 'relu' })),
      dense({ units: classes, activation: 'softmax' }),
    ],
    { name },
  );
  model.compile({
    optimizer: adam({ learningRate }),
    loss: 'sparse_categorical_crossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

/** The positive root of the count of parameters, as a quadratic in the width, less the budget. */
function widest(depth: number, parameters: number, inputs: number, classes: number): number {
  const who = 'budgetMlp';
  if (!Number.isInteger(depth) || depth < 1) {
    throw new ArgumentError({ who, expected: 'a depth of 1 or more', got: String(depth) });
  }
  const perUnit = inputs + depth + classes;
  const left = parameters - classes;
  // For one layer the equation is linear; this form of the root holds for both.
  const units = Math.floor((2 * left) / (perUnit + Math.sqrt(perUnit ** 2 + 4 * (depth - 1) * left)));
  if (units >= 1) return units;
  const least = depth - 1 + perUnit + classes;
  throw new ArgumentError({
    who,
    expected: `a budget of ${least} parameters or more`,
    got: String(parameters),
  });
}
