import { cropImages, resize } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { sizeOf } from './internal/image-size.js';
import { type Extent, type Window, intoWindow, middleWindow } from './internal/window.js';
import type { ImageLayerConfig, ImageLayerFactory } from './labeled-images.js';

/** Options of {@link centerCrop}. */
export interface CenterCropConfig extends ImageLayerConfig {
  /** Rows of the result. */
  height: number;
  /** Columns of the result. */
  width: number;
}

/**
 * The middle of images; of those that are too small in one direction the largest middle part with the proportions of the
 * result, resized.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]`; or one image without the
 * batch. Whole numbers become floats. No weights.
 *
 * @example
 * ```ts
 * centerCrop({ height: 1, width: 2 })(tensor([[[1], [2], [3], [4]]])); // [[[2], [3]]]
 * ```
 * @throws ArgumentError for sizes that are not positive.
 * @see Keras `keras.layers.CenterCrop`
 */
export const centerCrop: ImageLayerFactory<CenterCropConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'CenterCrop',
  required: ['height', 'width'],
  defaults: {},
  resolve: { height: positiveInteger('height'), width: positiveInteger('width') },

  images: (images, _, { config }) => middle(images, config),
  masks: (masks, _, { config }) => middle(masks, config),

  boundingBoxes: (boxes, _, context) =>
    intoWindow(boxes, windowOf(context.size, context.outputSize), context),
});

function fits(size: Extent, { height, width }: Extent): boolean {
  return size.height >= height && size.width >= width;
}

/** What is seen afterwards. */
function windowOf(size: Extent, output: Extent): Window {
  if (!fits(size, output)) return middleWindow(size, output);
  const { height, width } = output;
  const [top, left] = [Math.floor((size.height - height) / 2), Math.floor((size.width - width) / 2)];
  return { top, left, height, width };
}

function middle(images: Tensor, { height, width }: Extent): Tensor {
  const size = sizeOf(images);
  if (!fits(size, { height, width })) {
    return resize(images, { size: [height, width], cropToAspectRatio: true });
  }
  const { top, left } = windowOf(size, { height, width });
  return cropImages(images, {
    topCropping: top,
    leftCropping: left,
    targetHeight: height,
    targetWidth: width,
  });
}
