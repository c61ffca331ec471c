import type { Defaults, Variable } from '@myelin/core';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../../internal/resolve.js';
import { weightOptions } from '../../internal/weight-options.js';

/**
 * Options of the normalizations that multiply by `gamma` and add `beta` at the end. A layer extends it, and puts
 * {@link scaleAndCenterDefaults} and {@link scaleAndCenterResolvers} among its own.
 */
export interface ScaleAndCenterOptions {
  /** Added to the variance, so that constant features do not divide by zero. @defaultValue 0.001 */
  epsilon?: number;
  /** Whether to add `beta`. @defaultValue true */
  center?: boolean;
  /** Whether to multiply by `gamma`. @defaultValue true */
  scale?: boolean;
  /** @defaultValue 'zeros' */
  betaInitializer?: InitializerLike;
  /** @defaultValue 'ones' */
  gammaInitializer?: InitializerLike;
  /** Penalty on `beta`. @defaultValue null */
  betaRegularizer?: RegularizerLike;
  /** Penalty on `gamma`. @defaultValue null */
  gammaRegularizer?: RegularizerLike;
  /** Projection of `beta` after each update. @defaultValue null */
  betaConstraint?: ConstraintLike;
  /** Projection of `gamma` after each update. @defaultValue null */
  gammaConstraint?: ConstraintLike;
}

export const scaleAndCenterDefaults: Defaults<ScaleAndCenterOptions> = {
  epsilon: 1e-3,
  center: true,
  scale: true,
  betaInitializer: 'zeros',
  gammaInitializer: 'ones',
  betaRegularizer: null,
  gammaRegularizer: null,
  betaConstraint: null,
  gammaConstraint: null,
};

export const scaleAndCenterResolvers: Readonly<
  Record<'betaInitializer' | 'gammaInitializer', typeof initializer> &
    Record<'betaRegularizer' | 'gammaRegularizer', typeof regularizer> &
    Record<'betaConstraint' | 'gammaConstraint', typeof constraint>
> = {
  betaInitializer: initializer,
  gammaInitializer: initializer,
  betaRegularizer: regularizer,
  gammaRegularizer: regularizer,
  betaConstraint: constraint,
  gammaConstraint: constraint,
};

type Names = 'gamma' | 'beta';
type Config = Parameters<typeof weightOptions<Names>>[1] & {
  readonly scale: boolean;
  readonly center: boolean;
};
type AddWeight = (
  name: string,
  shape: readonly number[],
  options: ReturnType<typeof weightOptions>,
) => Variable;

/** Makes `gamma` and `beta`, where the options want them. */
export function scaleAndCenter(
  config: Config,
  shape: readonly number[],
  addWeight: AddWeight,
): { readonly gamma: Variable | null; readonly beta: Variable | null } {
  return {
    gamma: config.scale ? addWeight('gamma', shape, weightOptions('gamma', config)) : null,
    beta: config.center ? addWeight('beta', shape, weightOptions('beta', config)) : null,
  };
}
