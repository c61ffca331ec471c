import {
  type Tensor,
  add,
  cast,
  div,
  maximum,
  mul,
  reshape,
  sin,
  sub,
  sum,
  where,
} from '@tensorflow/tfjs-core';
import { absolute } from '../../absolute.js';
import { indices } from '../../indices.js';
import { greater } from '../../greater.js';
import { greaterEqual } from '../../greater-equal.js';
import { lessEqual } from '../../less-equal.js';
import { logicalAnd } from '../../logical-and.js';

/** A weight by the distance to an element, at least 0, in pixels. */
export type ResamplingKernel = (distance: Tensor) => Tensor;

/** Falls in a straight line to 0 at 1. */
export function triangle(distance: Tensor): Tensor {
  // In this order, so that the gradient where it ends is that of the constant, as in Keras.
  return maximum(0, sub(1, distance));
}

/** Keys' cubic with `a = -1/2`, which ends at 2. */
export function keysCubic(x: Tensor): Tensor {
  const inner = add(mul(mul(sub(mul(x, 1.5), 2.5), x), x), 1);
  const outer = add(mul(sub(mul(add(mul(x, -0.5), 2.5), x), 4), x), 2);
  return beyond(x, 2, beyond(x, 1, inner, outer), 0);
}

/** Lanczos' windowed sinc, which ends at `radius`. */
export function lanczos(radius: number): ResamplingKernel {
  return (x) => {
    const isFar = greater(x, 1e-3);
    const safe = where(isFar, x, 1);
    const waves = mul(sin(mul(safe, Math.PI)), sin(mul(safe, Math.PI / radius)));
    const y = div(mul(waves, radius / Math.PI ** 2), mul(safe, safe));
    return where(greater(x, radius), 0, where(isFar, y, 1));
  };
}

function beyond(x: Tensor, bound: number, inner: Tensor, outer: Tensor | number): Tensor {
  return where(greaterEqual(x, bound), outer, inner);
}

export interface Resampling {
  readonly inputSize: number;
  readonly outputSize: number;
  /** Pixels of the output a pixel of the input. */
  readonly scale: Tensor;
  /** Where the start of the input lies on the output. */
  readonly translation: Tensor;
  readonly kernel: ResamplingKernel;
  /** Whether the kernel widens where the input shrinks. */
  readonly antialias: boolean;
}

/**
 * What every place of an output axis takes from the input axis, `[inputSize, outputSize]`: weights of a kernel that sum to
 * 1, and nothing for places outside of the input.
 *
 * @see Keras `keras.src.backend.tensorflow.image._compute_weight_mat`
 */
export function resamplingWeights(resampling: Resampling): Tensor {
  const { inputSize, outputSize, scale, translation, kernel, antialias } = resampling;
  const step = div(1, reshape(scale, []));
  const centres = reshape(add(cast(indices(outputSize), 'float32'), 0.5), [1, outputSize]);
  const samples = sub(sub(mul(centres, step), mul(reshape(translation, []), step)), 0.5);
  const sources = reshape(cast(indices(inputSize), 'float32'), [inputSize, 1]);
  const distances = absolute(sub(samples, sources));
  const weights = kernel(antialias ? div(distances, maximum(step, 1)) : distances);
  const total = sum(weights, 0, true);
  const counts = greater(absolute(total), leastTotal);
  const inside = logicalAnd(greaterEqual(samples, -0.5), lessEqual(samples, inputSize - 0.5));
  const shares = where(counts, div(weights, where(counts, total, 1)), 0);
  return where(inside, shares, 0);
}

/** Smaller sums of weights are rounding errors. */
const leastTotal = 1000 * 2 ** -23;
