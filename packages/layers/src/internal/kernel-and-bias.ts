import type { Defaults } from '@myelin/core';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from './resolve.js';

/** Options of the many layers that add a bias; used as {@link KernelAndBiasOptions} are. */
export interface BiasOptions {
  /** Whether to add a bias. @defaultValue true */
  useBias?: boolean;
  /** @defaultValue 'zeros' */
  biasInitializer?: InitializerLike;
  /** Penalty on the bias. @defaultValue null */
  biasRegularizer?: RegularizerLike;
  /** Penalty on the output. @defaultValue null */
  activityRegularizer?: RegularizerLike;
  /** Projection of the bias after each update. @defaultValue null */
  biasConstraint?: ConstraintLike;
}

export const biasDefaults: Defaults<BiasOptions> = {
  useBias: true,
  biasInitializer: 'zeros',
  biasRegularizer: null,
  activityRegularizer: null,
  biasConstraint: null,
};

export const biasResolvers: Readonly<
  Record<'biasInitializer', typeof initializer> &
    Record<'biasRegularizer' | 'activityRegularizer', typeof regularizer> &
    Record<'biasConstraint', typeof constraint>
> = {
  biasInitializer: initializer,
  biasRegularizer: regularizer,
  activityRegularizer: regularizer,
  biasConstraint: constraint,
};

/**
 * Options of the many layers that multiply by a kernel and add a bias. A layer extends it, puts
 * {@link kernelAndBiasDefaults} and {@link kernelAndBiasResolvers} among its own, and declares again what differs.
 */
export interface KernelAndBiasOptions extends BiasOptions {
  /** @defaultValue 'glorot_uniform' */
  kernelInitializer?: InitializerLike;
  /** Penalty on the kernel. @defaultValue null */
  kernelRegularizer?: RegularizerLike;
  /** Projection of the kernel after each update. @defaultValue null */
  kernelConstraint?: ConstraintLike;
}

export const kernelAndBiasDefaults: Defaults<KernelAndBiasOptions> = {
  ...biasDefaults,
  kernelInitializer: 'glorot_uniform',
  kernelRegularizer: null,
  kernelConstraint: null,
};

export const kernelAndBiasResolvers: Readonly<
  typeof biasResolvers &
    Record<'kernelInitializer', typeof initializer> &
    Record<'kernelRegularizer', typeof regularizer> &
    Record<'kernelConstraint', typeof constraint>
> = {
  ...biasResolvers,
  kernelInitializer: initializer,
  kernelRegularizer: regularizer,
  kernelConstraint: constraint,
};
