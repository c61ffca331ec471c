import type { AvgPoolAttrs, Conv2DAttrs } from '@tensorflow/tfjs-core';
import { conv2d } from './convolution.js';
import { like, type KernelRules, type StaticSpec } from './kernel-rule.js';
import { pool2d } from './pooling.js';

type Operands = Readonly<Record<'x' | 'filter', StaticSpec>>;

/** A convolution of images and the max pooling of its result. */
interface PoolingConvolutionAttrs {
  readonly convolution: Conv2DAttrs;
  readonly pooling: AvgPoolAttrs;
}

function poolingConvolution(operands: Operands, attrs: PoolingConvolutionAttrs): StaticSpec[] {
  const pooled = pool2d({ x: conv2d(operands, attrs.convolution) }, attrs.pooling);
  return [pooled, like(pooled, 'int32')];
}

/**
 * A convolution whose result is pooled at once, and its gradients.
 *
 * `PoolingConv2D` returns the largest values, and where in their windows they are; its gradient, from `x`, `filter`, the
 * two results and `dy`, those of the filter and, `withInput`, of `x`.
 *
 * @internal
 */
export const poolingConvolutionRules: KernelRules = {
  PoolingConv2D: poolingConvolution,
  PoolingConv2DGradient: ({ x, filter }: Operands, { withInput }: { readonly withInput: boolean }) => [
    like(filter),
    ...(withInput ? [like(x)] : []),
  ],
};
