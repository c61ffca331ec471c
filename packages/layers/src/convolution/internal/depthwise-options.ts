import type { Defaults } from '@myelin/core';
import { type BiasOptions, biasDefaults, biasResolvers } from '../../internal/kernel-and-bias.js';
import { positiveInteger } from '../../internal/positive-integer.js';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../../internal/resolve.js';

/** Options of layers with a kernel for each channel by itself. */
export interface DepthwiseOptions extends BiasOptions {
  /** How many channels each channel becomes. @defaultValue 1 */
  depthMultiplier?: number;
  /** @defaultValue 'glorot_uniform' */
  depthwiseInitializer?: InitializerLike;
  /** Penalty on the kernel of the channels. @defaultValue null */
  depthwiseRegularizer?: RegularizerLike;
  /** Projection of the kernel of the channels after each update. @defaultValue null */
  depthwiseConstraint?: ConstraintLike;
}

export const depthwiseDefaults: Defaults<DepthwiseOptions> = {
  ...biasDefaults,
  depthMultiplier: 1,
  depthwiseInitializer: 'glorot_uniform',
  depthwiseRegularizer: null,
  depthwiseConstraint: null,
};

export const depthwiseResolvers: Readonly<
  typeof biasResolvers &
    Record<'depthMultiplier', ReturnType<typeof positiveInteger>> &
    Record<'depthwiseInitializer', typeof initializer> &
    Record<'depthwiseRegularizer', typeof regularizer> &
    Record<'depthwiseConstraint', typeof constraint>
> = {
  ...biasResolvers,
  depthMultiplier: /* @__PURE__ */ positiveInteger('depthMultiplier'),
  depthwiseInitializer: initializer,
  depthwiseRegularizer: regularizer,
  depthwiseConstraint: constraint,
};
