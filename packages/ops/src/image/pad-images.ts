import { type Tensor, pad } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { completed } from './internal/edges.js';
import { type ImageOptions, onImages } from './internal/on-images.js';

/** Of each axis two of three: both paddings, and the size with them. */
export interface PadImagesOptions extends ImageOptions {
  readonly topPadding?: number | null;
  readonly leftPadding?: number | null;
  readonly bottomPadding?: number | null;
  readonly rightPadding?: number | null;
  readonly targetHeight?: number | null;
  readonly targetWidth?: number | null;
}

/**
 * Zeros around images.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`; or one image without the batch.
 *
 * @example
 * ```ts
 * padImages(tensor([[[5]]]), { topPadding: 0, targetHeight: 1, leftPadding: 1, targetWidth: 3 }); // [[[0], [5], [0]]]
 * ```
 * @throws ShapeError when there are neither three axes nor four.
 * @throws ArgumentError when not two of three are given, or one would be negative.
 * @see Keras `keras.ops.image.pad_images`
 */
export const padImages: OptionOp<PadImagesOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'PadImages',
  module: 'image',
  options: [
    'topPadding',
    'leftPadding',
    'bottomPadding',
    'rightPadding',
    'targetHeight',
    'targetWidth',
    'dataFormat',
  ],
  call: (images: Tensor, options: PadImagesOptions) =>
    onImages('padImages', images, options, (batch) => {
      const { topPadding, leftPadding, bottomPadding, rightPadding, targetHeight, targetWidth } = options;
      const [, height = 0, width = 0] = batch.shape;
      const rows = { before: topPadding, after: bottomPadding, target: targetHeight };
      const columns = { before: leftPadding, after: rightPadding, target: targetWidth };
      const [vertical, horizontal] = [
        completed('padImages', height, rows, 1),
        completed('padImages', width, columns, 1),
      ];
      return pad(batch, [
        [0, 0],
        [vertical.before, vertical.after],
        [horizontal.before, horizontal.after],
        [0, 0],
      ]);
    }),
});
