import { add, divide, matmul, multiply, sqrt, square, subtract, sum, transpose } from '@myelin/ops';
import type { Complete } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { adamRate, adamStep } from './internal/adam-rule.js';
import type { Slotted } from './optimizer-spec.js';

/** Options of {@link muon}. */
export interface MuonConfig {
  /** Decay of the averaged gradient where Adam is used. @defaultValue 0.9 */
  adamBeta1?: number;
  /** Decay of the averaged squared gradient where Adam is used. @defaultValue 0.999 */
  adamBeta2?: number;
  /** `weightDecay` where Adam is used; null for none. @defaultValue 0.004 */
  adamWeightDecay?: number | null;
  /** Keeps Adam's division finite. @defaultValue 1e-7 */
  epsilon?: number;
  /** Regular expressions; where one is found in the path of a weight, Adam is used. @defaultValue [] */
  excludeLayers?: readonly string[];
  /** Whether Adam is used for weights with `embedding` in their path. @defaultValue true */
  excludeEmbeddings?: boolean;
  /** Factor of `X` in the iteration. @defaultValue 3.4445 */
  muonA?: number;
  /** Factor of `XXᵀX` in the iteration. @defaultValue -4.775 */
  muonB?: number;
  /** Factor of `(XXᵀ)²X` in the iteration. @defaultValue 2.0315 */
  muonC?: number;
  /** Adam's step size as a multiple of `learningRate`. @defaultValue 1 */
  adamLrRatio?: number;
  /** How much of the sum of gradients is kept from step to step. @defaultValue 0.95 */
  momentum?: number;
  /** How often the iteration is made. @defaultValue 5 */
  nsSteps?: number;
  /** Whether to look ahead by the momentum. @defaultValue true */
  nesterov?: boolean;
  /** Root mean square of a step in units of `learningRate`; null for steps with orthogonal rows or columns. @defaultValue 0.2 */
  rmsRate?: number | null;
}

interface MuonSlots {
  momentum: Tensor;
  velocity?: Tensor;
}

/**
 * Steps along the orthogonal matrix that is nearest to the summed gradient: `w = w - learningRate · 0.2 · √max(n, m) · O`.
 *
 * `O` is made of `g + momentum · b` with `b = momentum · b + g` by a Newton-Schulz iteration of degree five:
 * `X = a · X + b · (XXᵀ)X + c · (XXᵀ)²X`, from `X / ‖X‖`. It is for matrices; all other weights, embeddings and what
 * `excludeLayers` names are trained by AdamW.
 *
 * `weightDecay` is 0.004 by default. Slots, in saved order, for each weight: `momentum`, and `velocity` where Adam is used.
 *
 * @example
 * ```ts
 * muon({ excludeLayers: ['head'] }).getConfig()['exclude_layers']; // ['head']
 * ```
 * @see Keras `keras.optimizers.Muon`; Jordan et al., 2024, Muon; Liu et al., 2025, arXiv 2502.16982, for the factor.
 * @id muon
 */
export const muon: OptimizerFactory<MuonConfig> = /* @__PURE__ */ defineOptimizer<
  MuonConfig,
  MuonSlots,
  Tensor
>({
  className: 'Muon',
  wireNames: { adamBeta1: 'adam_beta_1', adamBeta2: 'adam_beta_2' },
  floats: [
    'adamBeta1',
    'adamBeta2',
    'adamWeightDecay',
    'epsilon',
    'muonA',
    'muonB',
    'muonC',
    'momentum',
    'rmsRate',
  ],
  defaults: {
    weightDecay: 0.004,
    adamBeta1: 0.9,
    adamBeta2: 0.999,
    adamWeightDecay: 0.004,
    epsilon: 1e-7,
    excludeLayers: [],
    excludeEmbeddings: true,
    muonA: 3.4445,
    muonB: -4.775,
    muonC: 2.0315,
    adamLrRatio: 1,
    momentum: 0.95,
    nsSteps: 5,
    nesterov: true,
    rmsRate: 0.2,
  },
  slots: (config, weight) => [['momentum', ...(usesAdam(config, weight) ? ['velocity' as const] : [])]],
  decayOf: (config, weight) => (usesAdam(config, weight) ? config.adamWeightDecay : config.weightDecay),
  common: (time, { adamBeta1, adamBeta2, adamLrRatio }) =>
    multiply(adamRate(time, adamBeta1, adamBeta2), adamLrRatio),
  step({ gradient, variable, slots, learningRate, common: rate }, config) {
    const { momentum: decay, adamBeta1: beta1, adamBeta2: beta2, epsilon, rmsRate } = config;
    const { momentum: last, velocity } = slots;
    if (velocity !== undefined) {
      const before = { gradient, variable, slots: { momentum: last, velocity } };
      return adamStep(before, rate, { beta1, beta2, epsilon });
    }
    const momentum = add(gradient, multiply(decay, last));
    const direction = config.nesterov ? add(gradient, multiply(decay, momentum)) : momentum;
    const scale = rmsRate === null ? 1 : Math.sqrt(Math.max(...variable.shape)) * rmsRate;
    const step = multiply(multiply(learningRate, scale), orthogonalized(direction, config));
    return { variable: subtract(variable, step), slots: { momentum } };
  },
});

function usesAdam(
  { excludeEmbeddings, excludeLayers }: Pick<Complete<MuonConfig>, 'excludeEmbeddings' | 'excludeLayers'>,
  { path, shape }: Slotted,
): boolean {
  if (shape.length !== 2) return true;
  if (excludeEmbeddings && path.toLowerCase().includes('embedding')) return true;
  return excludeLayers.some((pattern) => new RegExp(pattern).test(path));
}

/** The matrix with all its singular values brought near to 1. */
function orthogonalized(matrix: Tensor, config: Complete<MuonConfig>): Tensor {
  const [rows = 0, columns = 0] = matrix.shape;
  const { muonA: a, muonB: b, muonC: c, nsSteps } = config;
  let x: Tensor = rows > columns ? transpose(matrix) : matrix;
  x = divide(x, add(sqrt(sum(square(x))), 1e-7));
  for (let step = 0; step < nsSteps; step++) {
    const products = matmul(x, transpose(x));
    const mixed = add(multiply(b, products), matmul(multiply(c, products), products));
    x = add(multiply(a, x), matmul(mixed, x));
  }
  return rows > columns ? transpose(x) : x;
}
