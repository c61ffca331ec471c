import { ArgumentError } from '@myelin/core';
import { type Tensor, max, maximum, min, minimum, round, slice } from '@tensorflow/tfjs-core';
import { cast } from '../cast.js';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { fromStart } from '../internal/from-start.js';
import { moveaxis } from '../moveaxis.js';
import { toFloat } from '../promote.js';
import { tensordot } from '../tensordot.js';
import {
  type ResamplingKernel,
  keysCubic,
  lanczos,
  resamplingWeights,
  triangle,
} from './internal/resampling.js';

const kernels: Readonly<Record<string, () => ResamplingKernel>> = {
  linear: () => triangle,
  bilinear: () => triangle,
  trilinear: () => triangle,
  triangle: () => triangle,
  cubic: () => keysCubic,
  bicubic: () => keysCubic,
  tricubic: () => keysCubic,
  lanczos3: () => lanczos(3),
  lanczos5: () => lanczos(5),
};

export interface ScaleAndTranslateOptions {
  /** The axes that are resampled. */
  readonly spatialDims: readonly number[];
  /** How elements are made from those around them. */
  readonly method:
    | 'linear'
    | 'bilinear'
    | 'trilinear'
    | 'triangle'
    | 'cubic'
    | 'bicubic'
    | 'tricubic'
    | 'lanczos3'
    | 'lanczos5';
  /** Whether shrinking takes all elements into account. @defaultValue true */
  readonly antialias?: boolean;
}

/**
 * Images, or other tensors, stretched and moved along some axes: what lies at `x` comes to `x · scale + translation`, where
 * elements reach from their number to the next one. What lies outside of the input is 0. Whole numbers are rounded, where
 * Keras throws on TensorFlow.
 *
 * Any shape, the shape of the result, and `scale` and `translation` with a number for each of the axes → that shape.
 *
 * @example
 * ```ts
 * const sizes = [tensor([2]), tensor([0])] as const;
 * scaleAndTranslate(tensor([1, 3]), [4], ...sizes, { spatialDims: [0], method: 'linear' }); // [1, 1.5, 2.5, 3]
 * ```
 * @throws ArgumentError for an unknown method.
 * @see Keras `keras.ops.image.scale_and_translate`
 */
export const scaleAndTranslate: (<X extends Operand, S extends Operand, T extends Operand>(
  images: X,
  outputShape: readonly number[],
  scale: S,
  translation: T,
  options: ScaleAndTranslateOptions,
) => Result<X | S | T>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'ScaleAndTranslate',
  module: 'image',
  operands: 4,
  options: ['spatialDims', 'method', 'antialias'],
  call(
    images: Tensor,
    outputShape: readonly number[],
    scale: Tensor,
    translation: Tensor,
    { spatialDims, method, antialias = true }: ScaleAndTranslateOptions,
  ) {
    const kernel = kernels[method]?.();
    if (kernel === undefined) {
      throw new ArgumentError({
        who: 'scaleAndTranslate',
        expected: `one of the methods ${Object.keys(kernels).join(', ')}`,
        got: method,
      });
    }
    const part = (of: Tensor, i: number): Tensor => toFloat(slice(of, [i], [1]));
    const moved = spatialDims.reduce((x, dim, i) => {
      const axis = fromStart(dim, x.rank);
      const weights = resamplingWeights({
        inputSize: x.shape[axis] ?? 0,
        outputSize: outputShape[axis] ?? 0,
        scale: part(scale, i),
        translation: part(translation, i),
        kernel,
        antialias,
      });
      const last = tensordot(x, weights, { axes: [[axis], [0]] });
      return moveaxis(last, { source: -1, destination: axis });
    }, toFloat(images));
    if (images.dtype === 'float32') return moved;
    return cast(minimum(maximum(round(moved), min(toFloat(images))), max(toFloat(images))), {
      dtype: 'int32',
    });
  },
});
