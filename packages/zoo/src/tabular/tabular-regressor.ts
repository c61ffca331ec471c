import { dense, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';

/** Options of {@link tabularRegressor}. */
export interface TabularRegressorOptions {
  /** Columns of the table. @defaultValue 8 */
  readonly features?: number;
  /** Units of the hidden layers. @defaultValue [50, 50] */
  readonly hidden?: readonly number[];
  /** Of Adam. @defaultValue 0.001 */
  readonly learningRate?: number;
  /** @defaultValue 'tabular_regressor' */
  readonly name?: string;
}

/**
 * Predicts one number from the columns of a table: hidden layers with relu, then one linear unit.
 *
 * Compiled with Adam and `mean_squared_error`. Bring the columns, and what is predicted, to mean 0 and variance 1 first.
 *
 * Input `[batch, features]` → output `[batch, 1]`.
 *
 * @example
 * ```ts
 * tabularRegressor().countParams();                   // 3051
 * tabularRegressor({ hidden: [5, 5] }).countParams(); // 81
 * ```
 */
export function tabularRegressor(options: TabularRegressorOptions = {}): Sequential {
  const { features = 8, hidden = [50, 50], learningRate = 0.001, name = 'tabular_regressor' } = options;
  const model = sequential(
    [
      input({ shape: [features] }),
      ...hidden.map((units) => dense({ units, activation: 'relu' })),
      dense({ units: 1 }),
    ],
    { name },
  );
  model.compile({ optimizer: adam({ learningRate }), loss: 'mean_squared_error' });
  return model;
}
