import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  type Tensor4D,
  add,
  depthwiseConv2d,
  div,
  mean,
  mul,
  squeeze,
  expandDims,
  sub,
  tensor4d,
  tile,
  transpose,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { toFloat } from '../promote.js';
import { bell } from './internal/bell.js';
import { type ImageOptions, expectImages } from './internal/on-images.js';

export interface SsimOptions extends ImageOptions {
  /** The largest value that there can be: 1, or 255. @defaultValue 1 */
  readonly maxVal?: number;
  /** Rows and columns of the window. @defaultValue 11 */
  readonly filterSize?: number;
  /** The standard deviation of its bell curve, in pixels. @defaultValue 1.5 */
  readonly filterSigma?: number;
  /** Keeps the comparison of means finite. @defaultValue 0.01 */
  readonly k1?: number;
  /** Keeps the comparison of deviations finite. @defaultValue 0.03 */
  readonly k2?: number;
}

/**
 * How alike images look, from -1 to 1 for equal ones: by mean, contrast and structure within windows.
 *
 * Two of `[batch, height, width, channels]` → `[batch]`; or two images without the batch → `[]`.
 *
 * @example
 * ```ts
 * ssim(ones([12, 12, 1]), ones([12, 12, 1])); // 1
 * ```
 * @throws ShapeError when the shapes differ, or there are neither three axes nor four.
 * @see Keras `keras.ops.image.ssim`; Wang et al., Image quality assessment, 2004.
 */
export const ssim: (<A extends Operand, B extends Operand>(
  image1: A,
  image2: B,
  options?: SsimOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SSIM',
  module: 'image',
  operands: 2,
  options: ['maxVal', 'filterSize', 'filterSigma', 'k1', 'k2', 'dataFormat'],
  call(image1: Tensor, image2: Tensor, options: SsimOptions) {
    expectImages('ssim', image1);
    if (formatShape(image1.shape) !== formatShape(image2.shape)) {
      throw new ShapeError({
        who: 'ssim',
        expected: `two of one shape, ${formatShape(image1.shape)}`,
        got: formatShape(image2.shape),
      });
    }
    const [a, b] = [image1, image2].map((image) => batchOf(toFloat(image), options)) as [Tensor, Tensor];
    const likeness = mean(likenessOf(a, b, options), [1, 2, 3]);
    return image1.rank === 3 ? squeeze(likeness, [0]) : likeness;
  },
});

function batchOf(image: Tensor, { dataFormat }: SsimOptions): Tensor {
  const batch = image.rank === 3 ? expandDims(image, 0) : image;
  return dataFormat === 'channels_first' ? transpose(batch, [0, 2, 3, 1]) : batch;
}

function likenessOf(a: Tensor, b: Tensor, options: SsimOptions): Tensor {
  const { maxVal = 1, filterSize = 11, filterSigma = 1.5, k1 = 0.01, k2 = 0.03 } = options;
  const line = bell(filterSize, filterSigma);
  const window = tensor4d(
    line.flatMap((x) => line.map((y) => x * y)),
    [filterSize, filterSize, 1, 1],
  );
  const kernel = tile(window, [1, 1, a.shape[3] ?? 0, 1]);
  const blurred = (x: Tensor): Tensor => depthwiseConv2d(x as Tensor4D, kernel, 1, 'valid');
  const [meanA, meanB] = [blurred(a), blurred(b)];
  const [squareA, squareB, product] = [mul(meanA, meanA), mul(meanB, meanB), mul(meanA, meanB)];
  const varianceA = sub(blurred(mul(a, a)), squareA);
  const varianceB = sub(blurred(mul(b, b)), squareB);
  const covariance = sub(blurred(mul(a, b)), product);
  const [c1, c2] = [(k1 * maxVal) ** 2, (k2 * maxVal) ** 2];
  const means = div(add(mul(product, 2), c1), add(add(squareA, squareB), c1));
  const deviations = div(add(mul(covariance, 2), c2), add(add(varianceA, varianceB), c2));
  return mul(means, deviations);
}
