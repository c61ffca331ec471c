import { add, arange, cast, concatenate, cropImages, resize, subtract, take } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { sizeOf } from './internal/image-size.js';
import { moveBoxes } from './internal/move-boxes.js';
import { type Extent, type Window, intoWindow, middleWindow } from './internal/window.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomCrop}. */
export interface RandomCropConfig extends RandomImageConfig {
  /** Rows of the result. */
  height: number;
  /** Columns of the result. */
  width: number;
}

/** The row and the column where the crop begins, `[1]` each. @internal */
export interface CropStart {
  readonly top: Tensor;
  readonly left: Tensor;
}

/** @internal */
export const crop: Augmentation<Extent, CropStart> = {
  draw(draws, size, { config: { height, width } }) {
    // There is no choice for images that are not larger.
    const start = (rest: number): Tensor => draws.whole([1], Math.max(rest, 0) + 1);
    return { top: start(size.height - height), left: start(size.width - width) };
  },
  images: (images, start, { config }) => cropped(images, start, config),
  masks: (masks, start, { config }) => cropped(masks, start, config),

  boundingBoxes(boxes, { top, left }, context) {
    const { size, outputSize } = context;
    if (!isLarger(size, outputSize)) return intoWindow(boxes, windowOf(size, outputSize), context);
    const offset = cast(concatenate([left, top, left, top]), { dtype: 'float32' });
    return moveBoxes(boxes, context, (corners) => subtract(corners, offset));
  },
};

/**
 * A part of the images in training, at a place that is drawn, the same for all images of a batch.
 *
 * Of images that are not larger than it in both directions a middle part is taken, and resized if it has not the size. At inference images stay as they are, even in their size. Masks and boxes are cropped with their images; Keras
 * exchanges rows and columns where it moves boxes.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]` in training; or one image
 * without the batch. Whole numbers become floats. No weights.
 *
 * @example
 * ```ts
 * randomCrop({ height: 1, width: 1 })(tensor([[[7], [7]], [[7], [7]]]), { training: true }); // [[[7]]]
 * ```
 * @throws ArgumentError for sizes that are not positive.
 * @see Keras `keras.layers.RandomCrop`
 */
export const randomCrop: ImageLayerFactory<RandomCropConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomCrop',
  required: ['height', 'width'],
  defaults: {},
  resolve: { height: positiveInteger('height'), width: positiveInteger('width') },
  ...crop,
});

function isLarger(size: Extent, { height, width }: Extent): boolean {
  return size.height > height && size.width > width;
}

/** What is taken of images that are too small: from where the middle begins as much as there is. */
function windowOf(size: Extent, output: Extent): Window {
  const { top, left } = middleWindow(size, output);
  return {
    top,
    left,
    height: Math.min(output.height, size.height - top),
    width: Math.min(output.width, size.width - left),
  };
}

function cropped(images: Tensor, start: CropStart, { height, width }: Extent): Tensor {
  const size = sizeOf(images);
  if (isLarger(size, { height, width })) {
    const rows = take(images, add(arange(height), start.top), { axis: 1 });
    return take(rows, add(arange(width), start.left), { axis: 2 });
  }
  const window = windowOf(size, { height, width });
  const part = cropImages(images, {
    topCropping: window.top,
    leftCropping: window.left,
    targetHeight: window.height,
    targetWidth: window.width,
  });
  const fits = window.height === height && window.width === width;
  return fits ? part : resize(part, { size: [height, width] });
}
