import type { Defaults } from '@myelin/core';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from './resolve.js';

/**
 * Options of the many layers that multiply by a kernel and add a bias. A layer extends it, puts
 * {@link kernelAndBiasDefaults} and {@link kernelAndBiasResolvers} among its own, and declares again what differs.
 */
export interface KernelAndBiasOptions {
  /** Whether to add a bias. @defaultValue true */
  useBias?: boolean;
  /** @defaultValue 'glorot_uniform' */
  kernelInitializer?: InitializerLike;
  /** @defaultValue 'zeros' */
  biasInitializer?: InitializerLike;
  /** Penalty on the kernel. @defaultValue null */
  kernelRegularizer?: RegularizerLike;
  /** Penalty on the bias. @defaultValue null */
  biasRegularizer?: RegularizerLike;
  /** Penalty on the output. @defaultValue null */
  activityRegularizer?: RegularizerLike;
  /** Projection of the kernel after each update. @defaultValue null */
  kernelConstraint?: ConstraintLike;
  /** Projection of the bias after each update. @defaultValue null */
  biasConstraint?: ConstraintLike;
}

export const kernelAndBiasDefaults: Defaults<KernelAndBiasOptions> = {
  useBias: true,
  kernelInitializer: 'glorot_uniform',
  biasInitializer: 'zeros',
  kernelRegularizer: null,
  biasRegularizer: null,
  activityRegularizer: null,
  kernelConstraint: null,
  biasConstraint: null,
};

export const kernelAndBiasResolvers: Readonly<
  Record<'kernelInitializer' | 'biasInitializer', typeof initializer> &
    Record<'kernelRegularizer' | 'biasRegularizer' | 'activityRegularizer', typeof regularizer> &
    Record<'kernelConstraint' | 'biasConstraint', typeof constraint>
> = {
  kernelInitializer: initializer,
  biasInitializer: initializer,
  kernelRegularizer: regularizer,
  biasRegularizer: regularizer,
  activityRegularizer: regularizer,
  kernelConstraint: constraint,
  biasConstraint: constraint,
};
