import { type LossFactory, defineLoss } from '@myelin/losses';
import {
  add,
  divide,
  exp,
  greater,
  logSoftmax,
  log,
  logsumexp,
  maximum,
  multiply,
  negative,
  split,
  square,
  subtract,
  sum,
  tanh,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Options of {@link mixtureDensity}. */
export interface MixtureDensityConfig {
  /** Gaussians in the mixture. @defaultValue 10 */
  mixtures?: number;
}

/** Below this a Gaussian would rest on a single value that pens repeat, and its density grow without bound. */
const leastLogDeviation = -3;
/** Keeps correlations from ±1, where a Gaussian is a line. */
const mostCorrelation = 0.98;

/**
 * How surprised a mixture of Gaussians in the plane is by where a pen moves, in nats a point:
 * `l = -log Σ_j π_j N(dx, dy | μ_j, σ_j, ρ_j) - log p(pen)`.
 *
 * Truth `[batch, length, 5]`: offsets dx and dy, and one-hot what the pen does after the point (goes on, lifts, has done);
 * points of three zeros there do not count. Predictions `[batch, length, 6 · mixtures + 3]` are not bounded: the logits of π,
 * then μ of x, μ of y, log σ of x, log σ of y and what tanh makes ρ for each Gaussian, then the logits of the pen.
 *
 * @example
 * ```ts
 * const truth = tensor([[[0, 0, 1, 0, 0]]]);
 * mixtureDensity({ mixtures: 1 })(truth, zeros([1, 1, 9])); // 2.9365
 * ```
 * @see Graves, "Generating Sequences With Recurrent Neural Networks", 2013, arXiv:1308.0850, equations 18 to 26; Ha and Eck,
 * 2017, arXiv:1704.03477, for the three states of the pen
 */
export const mixtureDensity: LossFactory<MixtureDensityConfig> =
  /* @__PURE__ */ defineLoss<MixtureDensityConfig>({
    className: 'MixtureDensity',
    id: 'mixture_density',
    module: null,
    registeredName: 'myelin>MixtureDensity',
    defaults: { mixtures: 10 },
    call(yTrue, yPred, { mixtures }) {
      const [dx, dy, pen] = split(yTrue, { indicesOrSections: [1, 2], axis: -1 }) as [Tensor, Tensor, Tensor];
      const [weights, muX, muY, logX, logY, correlation, penLogits] = split(yPred, {
        indicesOrSections: [1, 2, 3, 4, 5, 6].map((part) => part * mixtures),
        axis: -1,
      }) as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
      const logDensity = logGaussian(
        [dx, muX, maximum(logX, leastLogDeviation)],
        [dy, muY, maximum(logY, leastLogDeviation)],
        multiply(tanh(correlation), mostCorrelation),
      );
      const ofOffset = logsumexp(add(logSoftmax(weights), logDensity), { axis: -1 });
      const ofPen = sum(multiply(pen, logSoftmax(penLogits)), { axis: -1 });
      return negative(add(ofOffset, ofPen));
    },
    mask(_, yTrue) {
      const [, pen] = split(yTrue, { indicesOrSections: [2], axis: -1 }) as [Tensor, Tensor];
      return greater(sum(pen, { axis: -1 }), 0);
    },
  });

type Axis = readonly [value: Tensor, mean: Tensor, logDeviation: Tensor];

/** `log N`, for each Gaussian: equations 24 and 25. */
function logGaussian([x, meanX, logX]: Axis, [y, meanY, logY]: Axis, correlation: Tensor): Tensor {
  const zx = divide(subtract(x, meanX), exp(logX));
  const zy = divide(subtract(y, meanY), exp(logY));
  const rest = subtract(1, square(correlation));
  const distance = subtract(
    add(square(zx), square(zy)),
    multiply(multiply(2, correlation), multiply(zx, zy)),
  );
  const logNorm = add(add(add(logX, logY), multiply(0.5, log(rest))), Math.log(2 * Math.PI));
  return negative(add(logNorm, divide(distance, multiply(2, rest))));
}
