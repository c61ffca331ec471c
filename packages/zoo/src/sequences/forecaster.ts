import { dense, gru, input, lstm, simpleRnn } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';

/** Options of {@link forecaster}. */
export interface ForecasterOptions {
  /** What carries the state from step to step. @defaultValue 'lstm' */
  readonly cell?: 'simpleRnn' | 'lstm' | 'gru';
  /** Steps that it sees. @defaultValue 12 */
  readonly window?: number;
  /** Quantities a step. @defaultValue 1 */
  readonly features?: number;
  /** Size of the state. @defaultValue 32 */
  readonly units?: number;
  /** Steps that it forecasts at once, of one quantity. @defaultValue 1 */
  readonly horizon?: number;
  /** Of Adam. @defaultValue 0.001 */
  readonly learningRate?: number;
  /** @defaultValue 'forecaster' */
  readonly name?: string;
}

/**
 * Says how a series goes on: a recurrent layer reads a window step by step, a linear layer makes its last state the forecast.
 *
 * Compiled with Adam and `mean_absolute_error`, for which the best forecast is the median: that of a logarithm or a root is
 * the logarithm or root of the median, so that a forecast of what was transformed is a good one when it is transformed back.
 * Bring what it sees and forecasts to mean 0 and variance 1 first.
 *
 * Input `[batch, window, features]` → output `[batch, horizon]`.
 *
 * @example
 * ```ts
 * forecaster({ cell: 'lstm' }).countParams();      // 4385
 * forecaster({ cell: 'gru' }).countParams();       // 3393
 * forecaster({ cell: 'simpleRnn' }).countParams(); // 1121
 * ```
 */
export function forecaster(options: ForecasterOptions = {}): Sequential {
  const { cell = 'lstm', window = 12, features = 1, units = 32, horizon = 1 } = options;
  const { learningRate = 0.001, name = 'forecaster' } = options;
  const model = sequential(
    [input({ shape: [window, features] }), recurrent[cell](units), dense({ units: horizon })],
    { name },
  );
  model.compile({ optimizer: adam({ learningRate }), loss: 'mean_absolute_error' });
  return model;
}

const recurrent = {
  simpleRnn: (units: number) => simpleRnn({ units }),
  lstm: (units: number) => lstm({ units }),
  gru: (units: number) => gru({ units }),
};
