import { type Tensor, slice } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { completed } from './internal/edges.js';
import { type ImageOptions, onImages } from './internal/on-images.js';

/** Of each axis two of three: what goes at both ends, and the size without it. */
export interface CropImagesOptions extends ImageOptions {
  readonly topCropping?: number | null;
  readonly leftCropping?: number | null;
  readonly bottomCropping?: number | null;
  readonly rightCropping?: number | null;
  readonly targetHeight?: number | null;
  readonly targetWidth?: number | null;
}

/**
 * A part of images.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`; or one image without the batch.
 *
 * @example
 * ```ts
 * const image = tensor([[[1], [2], [3]]]);
 * cropImages(image, { topCropping: 0, targetHeight: 1, leftCropping: 1, targetWidth: 1 }); // [[[2]]]
 * ```
 * @throws ShapeError when there are neither three axes nor four.
 * @throws ArgumentError when not two of three are given, or one would be negative.
 * @see Keras `keras.ops.image.crop_images`
 */
export const cropImages: OptionOp<CropImagesOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'CropImages',
  module: 'image',
  options: [
    'topCropping',
    'leftCropping',
    'bottomCropping',
    'rightCropping',
    'targetHeight',
    'targetWidth',
    'dataFormat',
  ],
  call: (images: Tensor, options: CropImagesOptions) =>
    onImages('cropImages', images, options, (batch) => {
      const { topCropping, leftCropping, bottomCropping, rightCropping, targetHeight, targetWidth } = options;
      const [count = 0, height = 0, width = 0, channels = 0] = batch.shape;
      const rows = { before: topCropping, after: bottomCropping, target: targetHeight };
      const columns = { before: leftCropping, after: rightCropping, target: targetWidth };
      const [vertical, horizontal] = [
        completed('cropImages', height, rows, -1),
        completed('cropImages', width, columns, -1),
      ];
      return slice(
        batch,
        [0, vertical.before, horizontal.before, 0],
        [count, vertical.target, horizontal.target, channels],
      );
    }),
});
