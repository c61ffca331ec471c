import {
  backend_util,
  type AvgPool3DAttrs,
  type AvgPoolAttrs,
  type MaxPoolWithArgmaxAttrs,
} from '@tensorflow/tfjs-core';
import { rulesFor, like, type KernelRules, type StaticSpec, type Unary } from './kernel-rule.js';

type Shape4 = [number, number, number, number];
type Shape5 = [number, number, number, number, number];

/** @internal */
export function pool2d(
  { x }: Unary,
  { filterSize, strides, pad, dimRoundingMode }: AvgPoolAttrs,
): StaticSpec {
  const { outShape } = backend_util.computePool2DInfo(
    x.shape as Shape4,
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  return { shape: outShape, dtype: x.dtype };
}

function pool3d({ x }: Unary, attrs: AvgPool3DAttrs): StaticSpec {
  const { filterSize, strides, pad, dimRoundingMode, dataFormat } = attrs;
  const { outShape } = backend_util.computePool3DInfo(
    x.shape as Shape5,
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
    dataFormat,
  );
  return { shape: outShape, dtype: x.dtype };
}

function maxPoolWithArgmax({ x }: Unary, { filterSize, strides, pad }: MaxPoolWithArgmaxAttrs): StaticSpec[] {
  const { outShape } = backend_util.computePool2DInfo(x.shape as Shape4, filterSize, strides, 1, pad);
  return [
    { shape: [...outShape], dtype: x.dtype },
    { shape: [...outShape], dtype: 'int32' },
  ];
}

/**
 * Pooling and its gradients.
 *
 * @internal
 */
export const poolingRules: KernelRules = {
  ...rulesFor(['MaxPool', 'AvgPool'], pool2d),
  ...rulesFor(['MaxPool3D', 'AvgPool3D'], pool3d),
  ...rulesFor(
    ['MaxPoolGrad', 'AvgPoolGrad', 'MaxPool3DGrad', 'AvgPool3DGrad'],
    ({ input }: { readonly input: StaticSpec }) => like(input, 'float32'),
  ),
  MaxPoolWithArgmax: maxPoolWithArgmax,
};
