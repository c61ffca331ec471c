import { cast, unstack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { interpolation } from './internal/affine.js';
import { choose } from './internal/choose.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, factor } from './internal/factor.js';
import { drawsOfPolicy, policiesOf } from './internal/policies.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randAugment}. */
export interface RandAugmentConfig extends RandomImageConfig, ValueRangeOption {
  /** How many changes come one after the other. @defaultValue 2 */
  numOps?: number;
  /** Range of their strength, from 0 to 1; one number is the range from 0. @defaultValue 0.5 */
  factor?: Factor;
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  interpolation?: 'nearest' | 'bilinear';
}

/** Which changes come, and the states that they draw from. */
interface Plan {
  readonly choices: readonly Tensor[];
  readonly states: readonly Tensor[];
}

/**
 * Changes images in training by a few of eleven changes, which are drawn for each batch; how strong they are is drawn for each
 * image.
 *
 * Shears, moves, turns, leaves fewer bits, inverts bright pixels, stretches values or spreads them, and changes brightness,
 * colours, contrast and sharpness, each as its own layer does. Only the chosen ones are computed. At inference images stay as
 * they are. Masks and boxes are moved with their images.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randAugment()(tensor([[[1, 2, 3]]]), { training: false }); // [[[1, 2, 3]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandAugment`; Cubuk et al., "RandAugment", 2019, arXiv 1909.13719
 */
export const randAugment: ImageLayerFactory<RandAugmentConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandAugment',
  ranges: ['factor'],
  keepsShapes: true,
  defaults: { valueRange: [0, 255], numOps: 2, factor: 0.5, interpolation: 'bilinear' },
  resolve: { valueRange, numOps: positiveInteger('numOps'), factor: factor('factor', [0, 1]), interpolation },

  draw(draws, _, { config }): Plan {
    const choices = draws.whole([config.numOps], numPolicies);
    return {
      choices: unstack(choices),
      states: Array.from({ length: config.numOps }, () => draws.reserve(drawsOfPolicy)),
    };
  },

  images: (images, plan, { config, who }) =>
    inTurn(plan, images, (x, choice, state) =>
      choose(
        choice,
        policiesOf(config, who).map((policy) => () => policy.images(x, state)),
      ),
    ),
  masks: (masks, plan, { config, who }) =>
    inTurn(plan, masks, (x, choice, state) =>
      choose(
        choice,
        policiesOf(config, who).map((policy) => () => policy.masks(x, state)),
      ),
    ),
  boundingBoxes: (given, plan, context) =>
    inTurn(plan, given, (x, choice, state) => {
      const branches = policiesOf(context.config, context.who).map((policy) => () => {
        const moved = policy.boundingBoxes(x, state, context);
        return [cast(moved.boxes, { dtype: 'float32' }), moved.labels] as const;
      });
      const [boxes, labels] = choose(choice, branches);
      return { boxes, labels };
    }),
});

const numPolicies = 11;

function inTurn<X>({ choices, states }: Plan, start: X, step: (x: X, choice: Tensor, state: Tensor) => X): X {
  return choices.reduce((x, choice, i) => step(x, choice, states[i] as Tensor), start);
}
