import { add, clip, multiply, sigmoid, softmax, subtract, unstack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { interpolation } from './internal/affine.js';
import { choose } from './internal/choose.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, factor } from './internal/factor.js';
import { drawsOfPolicy, policiesOf } from './internal/policies.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link augMix}. */
export interface AugMixConfig extends RandomImageConfig, ValueRangeOption {
  /** How many chains of changes are mixed. @defaultValue 3 */
  numChains?: number;
  /** How many changes a chain has at most. @defaultValue 3 */
  chainDepth?: number;
  /** Range of their strength, from 0 to 1; one number is the range from 0. @defaultValue 0.3 */
  factor?: Factor;
  /** Parameter of the distributions of the weights: the larger, the more alike they are. @defaultValue 1 */
  alpha?: number;
  /** Whether brightness, colours, contrast and sharpness change, too. @defaultValue true */
  allOps?: boolean;
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  interpolation?: 'nearest' | 'bilinear';
}

/** Which changes come in each chain, and the states that they draw from; and the weights of the chains and of the image. */
interface Plan {
  readonly chains: readonly (readonly { readonly choice: Tensor; readonly state: Tensor }[])[];
  readonly weights: readonly Tensor[];
  readonly own: Tensor;
}

/**
 * Mixes images in training with what chains of changes make of them: `y = m · x + (1 - m) · (w₁ · x₁ + w₂ · x₂ + …)`.
 *
 * The changes of a chain are drawn anew for each batch among those of `randAugment` and none; Keras draws them once for a
 * compiled step. The weights `w` are of a Dirichlet distribution, `m` of a beta distribution. Only what was chosen is computed.
 * At inference images stay as they are; masks are mixed as images are.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * augMix()(tensor([[[1, 2, 3]]]), { training: false }); // [[[1, 2, 3]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.AugMix`; Hendrycks et al., "AugMix", 2019, arXiv 1912.02781
 */
export const augMix: ImageLayerFactory<AugMixConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'AugMix',
  ranges: ['factor'],
  keepsShapes: true,
  floats: ['alpha'],
  defaults: {
    valueRange: [0, 255],
    numChains: 3,
    chainDepth: 3,
    factor: 0.3,
    alpha: 1,
    allOps: true,
    interpolation: 'bilinear',
  },
  resolve: {
    valueRange,
    numChains: positiveInteger('numChains'),
    chainDepth: positiveInteger('chainDepth'),
    factor: factor('factor', [0, 1]),
    interpolation,
  },

  draw(draws, _, { config: { numChains, chainDepth, alpha, allOps } }): Plan {
    const [first, second] = [draws.logGamma([], alpha), draws.logGamma([], alpha)];
    const choices = unstack(draws.whole([numChains, chainDepth], numPolicies(allOps) + 1));
    return {
      chains: choices.map((chain) =>
        unstack(chain).map((choice) => ({ choice, state: draws.reserve(drawsOfPolicy) })),
      ),
      weights: unstack(softmax(draws.logGamma([numChains], alpha))),
      own: sigmoid(subtract(first, second)),
    };
  },

  images(images, plan, { config, who }) {
    const { valueRange: range, allOps } = config;
    const policies = policiesOf(config, who).slice(0, numPolicies(allOps));
    const mixed = mix(images, plan, (x, state) => policies.map((policy) => () => policy.images(x, state)));
    return clip(mixed, { xMin: range[0], xMax: range[1] });
  },
  masks(masks, plan, { config, who }) {
    const policies = policiesOf(config, who).slice(0, numPolicies(config.allOps));
    return mix(masks, plan, (x, state) => policies.map((policy) => () => policy.masks(x, state)));
  },
});

function numPolicies(allOps: boolean): number {
  return allOps ? 11 : 7;
}

function mix(
  images: Tensor,
  { chains, weights, own }: Plan,
  branches: (x: Tensor, state: Tensor) => readonly (() => Tensor)[],
): Tensor {
  const ends = chains.map((chain) =>
    chain.reduce((x, { choice, state }) => choose(choice, [...branches(x, state), () => x]), images),
  );
  const sum = ends
    .map((end, i) => multiply(end, weights[i] as Tensor))
    .reduce((total, part) => add(total, part));
  return add(multiply(images, own), multiply(sum, subtract(1, own)));
}
