import { dense, input } from '@myelin/layers';
import { type MetricLike, type Sequential, sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';

/** Options of {@link tabularClassifier}. */
export interface TabularClassifierOptions {
  /** Columns of the table. */
  readonly features: number;
  readonly classes: number;
  /** Units of the hidden layers. @defaultValue [5, 5] */
  readonly hidden?: readonly number[];
  /** Of Adam. @defaultValue 0.001 */
  readonly learningRate?: number;
  /** Figures to report. @defaultValue ['accuracy'] */
  readonly metrics?: readonly MetricLike[];
  /** @defaultValue 'tabular_classifier' */
  readonly name?: string;
}

/**
 * Tells classes apart by the columns of a table: hidden layers with relu, then softmax.
 *
 * Compiled with Adam, `sparse_categorical_crossentropy` and the metrics: labels are class numbers from 0. Bring the columns to
 * mean 0 and variance 1 first.
 *
 * Input `[batch, features]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * tabularClassifier({ features: 4, classes: 3 }).countParams(); // 73
 * ```
 */
export function tabularClassifier(options: TabularClassifierOptions): Sequential {
  const { features, classes, hidden = [5, 5], learningRate = 0.001, metrics = ['accuracy'] } = options;
  const { name = 'tabular_classifier' } = options;
  const model = sequential(
    [
      input({ shape: [features] }),
      ...hidden.map((units) => dense({ units, activation: 'relu' })),
      dense({ units: classes, activation: 'softmax' }),
    ],
    { name },
  );
  model.compile({
    optimizer: adam({ learningRate }),
    loss: 'sparse_categorical_crossentropy',
    metrics: [...metrics],
  });
  return model;
}
