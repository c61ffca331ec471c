import { sumOutType, upcastType, util, type DataType } from '@tensorflow/tfjs-core';
import { rulesFor, type KernelRule, type KernelRules, type StaticSpec, type Unary } from './kernel-rule.js';

interface Reduction {
  readonly axis: number | number[];
  readonly keepDims: boolean;
}

function reduced(
  { shape, dtype }: StaticSpec,
  { axis, keepDims }: Reduction,
  resultType = dtype,
): StaticSpec {
  const axes = new Set(util.parseAxisParam(axis, shape));
  return {
    shape: keepDims ? shape.map((size, i) => (axes.has(i) ? 1 : size)) : shape.filter((_, i) => !axes.has(i)),
    dtype: resultType,
  };
}

function reduction(resultType: (dtype: DataType) => DataType): KernelRule {
  return ({ x }: Unary, attrs: Reduction) => reduced(x, attrs, resultType(x.dtype));
}

/**
 * Kernels that fold axes into one number.
 *
 * @internal
 */
export const reductionRules: KernelRules = {
  ...rulesFor(
    ['Min', 'All', 'Any'],
    reduction((dtype) => dtype),
  ),
  ...rulesFor(['ArgMax', 'ArgMin'], ({ x }: Unary, { axis }: Reduction) =>
    reduced(x, { axis, keepDims: false }, 'int32'),
  ),
  Sum: reduction(sumOutType),
  Mean: reduction(() => 'float32'),
  Prod: reduction((dtype) => upcastType(dtype, 'int32')),
  Max: ({ x }: Unary, attrs: { readonly reductionIndices: number | number[]; readonly keepDims: boolean }) =>
    reduced(x, { axis: attrs.reductionIndices, keepDims: attrs.keepDims }),
};
