import { ArgumentError, NdArray, type Variable, type WeightOptions } from '@myelin/core';
import {
  add,
  clip,
  divide,
  maximum,
  minimum,
  multiply,
  relu,
  sqrt,
  square,
  stopGradient,
  subtract,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Bounds of the corrections of batch renormalization. */
export interface RenormClipping {
  /** Least factor `r`. */
  readonly rmin?: number;
  /** Largest factor `r`. */
  readonly rmax?: number;
  /** Largest shift `d`, in both directions. */
  readonly dmax?: number;
}

interface Statistics<T> {
  readonly movingStddev: T;
  readonly renormMean: T;
  readonly renormStddev: T;
}

interface Moments {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly gamma: Tensor | null;
  readonly beta: Tensor | null;
}

interface RenormConfig {
  readonly epsilon: number;
  readonly momentum: number;
  readonly renormMomentum: number;
  readonly renormClipping: RenormClipping | null;
}

/** `moving · momentum + value · (1 - momentum)`. */
export function blend(moving: Tensor, value: Tensor, momentum: number): Tensor {
  return add(multiply(moving, momentum), multiply(value, 1 - momentum));
}

/** The resolver of `renormClipping`; with `renorm`, Keras writes null as no bounds. */
export function resolveRenormClipping(
  given: RenormClipping | null,
  who: string,
  { renorm }: { readonly renorm: boolean },
): RenormClipping | null {
  if (!renorm) return given;
  const { rmin = 0, rmax = Infinity, dmax = 0, ...unknown } = given ?? {};
  if (rmin <= rmax && dmax >= 0 && Object.keys(unknown).length === 0) return given ?? {};
  throw new ArgumentError({
    who,
    expected: '`renormClipping` to hold `rmin`, `rmax` of at least `rmin`, and `dmax` of at least 0',
    got: JSON.stringify(given),
  });
}

/** Makes the statistics that only renormalization has, in saved order. */
export function buildRenorm(
  statistic: (name: string, start: WeightOptions['initializer']) => Variable,
  startMean: WeightOptions['initializer'],
  startVariance: WeightOptions['initializer'],
): Statistics<Variable> {
  const startStddev: WeightOptions['initializer'] = (shape, dtype) => {
    const variances = startVariance(shape, dtype).cast('float32').data as Float32Array;
    return new NdArray(variances.map(Math.sqrt), shape);
  };
  return {
    movingStddev: statistic('moving_stddev', startStddev),
    renormMean: statistic('renorm_mean', startMean),
    renormStddev: statistic('renorm_stddev', startStddev),
  };
}

/**
 * Corrects scale and shift of a batch towards the statistics of many: `y = x̂ · r · gamma + d · gamma + beta` with
 * `r = σ / σ_renorm`, `d = (μ - μ_renorm) / σ_renorm`, both without gradient.
 *
 * @see Ioffe, "Batch Renormalization", 2017, arXiv 1702.03275, algorithm 1.
 */
export function renormalize(
  { mean, variance, gamma, beta }: Moments,
  { movingStddev, renormMean, renormStddev }: Statistics<Tensor>,
  { epsilon, momentum, renormMomentum, renormClipping }: RenormConfig,
): { gamma: Tensor; beta: Tensor; movingVariance: Tensor; statistics: Statistics<Tensor> } {
  const { rmin, rmax, dmax } = renormClipping ?? {};
  const stddev = sqrt(add(variance, epsilon));
  const reference = maximum(renormStddev, Math.sqrt(epsilon));
  let r = divide(stddev, reference);
  let d = divide(subtract(mean, renormMean), reference);
  if (rmin !== undefined) r = maximum(r, rmin);
  if (rmax !== undefined) r = minimum(r, rmax);
  if (dmax !== undefined) d = clip(d, { xMin: -dmax, xMax: dmax });
  const factor = stopGradient(r);
  const shift = stopGradient(d);
  const scaledShift = gamma === null ? shift : multiply(shift, gamma);
  const nextStddev = blend(movingStddev, stddev, momentum);
  return {
    gamma: gamma === null ? factor : multiply(factor, gamma),
    beta: beta === null ? scaledShift : add(scaledShift, beta),
    movingVariance: relu(subtract(square(nextStddev), epsilon)),
    statistics: {
      movingStddev: nextStddev,
      renormMean: blend(renormMean, mean, renormMomentum),
      renormStddev: blend(renormStddev, stddev, renormMomentum),
    },
  };
}
