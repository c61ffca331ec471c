import { type Tensor, type Tensor4D, depthwiseConv2d, tensor4d, tile } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { bell } from './internal/bell.js';
import { expectFloats } from './internal/expect-floats.js';
import { type ImageOptions, onImages } from './internal/on-images.js';

export interface GaussianBlurOptions extends ImageOptions {
  /** Rows and columns of the window. @defaultValue [3, 3] */
  readonly kernelSize?: readonly [number, number];
  /** Standard deviations in pixels: as Keras computes it, from left to right first, then from above. @defaultValue [1, 1] */
  readonly sigma?: readonly [number, number];
}

/**
 * Images blurred by a bell curve: each pixel becomes a mean of those around it with the weights `e^(-d² / 2σ²)`. Outside
 * of the image are zeros.
 *
 * `[batch, height, width, channels]` → the same shape; or one image without the batch.
 *
 * @example
 * ```ts
 * gaussianBlur(ones([1, 1, 1]), { kernelSize: [1, 1] }); // [[[1]]]
 * ```
 * @throws DTypeError when the images are not floats.
 * @throws ShapeError when there are neither three axes nor four.
 * @see Keras `keras.ops.image.gaussian_blur`
 */
export const gaussianBlur: OptionOp<GaussianBlurOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'GaussianBlur',
  module: 'image',
  options: ['kernelSize', 'sigma', 'dataFormat'],
  call(images: Tensor, { kernelSize = [3, 3], sigma = [1, 1], ...options }: GaussianBlurOptions) {
    expectFloats('gaussianBlur', images);
    // Keras' window is the outer product with its sides exchanged, read row by row.
    const [first, second] = [bell(kernelSize[0], sigma[0]), bell(kernelSize[1], sigma[1])];
    const weights = second.flatMap((b) => first.map((a) => a * b));
    const window = tensor4d(weights, [kernelSize[0], kernelSize[1], 1, 1]);
    return onImages('gaussianBlur', images, options, (batch) =>
      depthwiseConv2d(batch as Tensor4D, tile(window, [1, 1, batch.shape[3] ?? 0, 1]), 1, 'same'),
    );
  },
});
