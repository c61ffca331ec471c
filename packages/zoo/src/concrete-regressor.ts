import { dense, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';

/** Options of {@link concreteRegressor}. */
export interface ConcreteRegressorOptions {
  /** Columns of the table. @defaultValue 8 */
  readonly features?: number;
  /** Units of the hidden layers. @defaultValue [50, 50] */
  readonly hidden?: readonly number[];
  /** @defaultValue 'concrete_regressor' */
  readonly name?: string;
}

/**
 * Predicts one number from the columns of a table: hidden layers with relu, then one linear unit.
 *
 * Made for the strength of concrete from its mix, `concrete()` of `@myelin/datasets`, with `adam` and
 * `mean_squared_error`. Bring the columns to mean 0 and variance 1 first.
 *
 * Input `[batch, features]` → output `[batch, 1]`.
 *
 * @example
 * ```ts
 * concreteRegressor().countParams();                   // 3051
 * concreteRegressor({ hidden: [5, 5] }).countParams(); // 81
 * ```
 */
export function concreteRegressor(options: ConcreteRegressorOptions = {}): Sequential {
  const { features = 8, hidden = [50, 50], name = 'concrete_regressor' } = options;
  return sequential(
    [
      input({ shape: [features] }),
      ...hidden.map((units) => dense({ units, activation: 'relu' })),
      dense({ units: 1 }),
    ],
    { name },
  );
}
