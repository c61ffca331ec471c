import { ArgumentError } from '@myelin/core';
import { type ResizeOptions, resize } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { oneOf } from '../internal/one-of.js';
import { positiveInteger } from '../internal/positive-integer.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { resizeBoxes } from './internal/resize-boxes.js';
import type { ImageLayerConfig, ImageLayerFactory } from './labeled-images.js';

/** Options of {@link resizing}. */
export interface ResizingConfig extends ImageLayerConfig {
  /** Rows of the result. */
  height: number;
  /** Columns of the result. */
  width: number;
  /** How pixels are made from those around them. @defaultValue 'bilinear' */
  interpolation?: NonNullable<ResizeOptions['interpolation']>;
  /** Whether to keep the proportions and cut off what does not fit, the same on both sides. @defaultValue false */
  cropToAspectRatio?: boolean;
  /** Whether to keep the proportions and fill what is left over on both sides. @defaultValue false */
  padToAspectRatio?: boolean;
  /** How that is filled. @defaultValue 'constant' */
  fillMode?: 'constant';
  /** What is filled in. @defaultValue 0 */
  fillValue?: number;
  /** Whether shrinking takes all pixels into account. @defaultValue false */
  antialias?: boolean;
}

/**
 * Images in another size.
 *
 * For networks that take one size alone. Masks take the nearest pixel; boxes go with the image, and those of zeros or of -1,
 * which stand for none, become zeros.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]`; or one image without the
 * batch. Whole numbers become floats, as in the graphs of Keras. No weights.
 *
 * @example
 * ```ts
 * resizing({ height: 1, width: 4 })(tensor([[[1], [3]]])); // [[[1], [1.5], [2.5], [3]]]
 * ```
 * @throws ArgumentError for sizes that are not positive, and for both proportions at once.
 * @see Keras `keras.layers.Resizing`
 */
export const resizing: ImageLayerFactory<ResizingConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'Resizing',
  required: ['height', 'width'],
  floats: ['fillValue'],
  defaults: {
    interpolation: 'bilinear',
    cropToAspectRatio: false,
    padToAspectRatio: false,
    fillMode: 'constant',
    fillValue: 0,
    antialias: false,
  },
  resolve: {
    height: positiveInteger('height'),
    width: positiveInteger('width'),
    interpolation: /* @__PURE__ */ oneOf('interpolation', [
      'bilinear',
      'nearest',
      'bicubic',
      'area',
      'lanczos3',
      'lanczos5',
    ]),
    fillMode: /* @__PURE__ */ oneOf('fillMode', ['constant']),
    padToAspectRatio: notBoth,
  },

  images: (images, _, { config }) => resized(images, config, config.interpolation),
  masks: (masks, _, { config }) => resized(masks, config, 'nearest'),
  boundingBoxes: (boxes, _, context) => resizeBoxes(boxes, context),
});

function resized(
  images: Tensor,
  { height, width, ...options }: Readonly<Required<ResizingConfig>>,
  interpolation: NonNullable<ResizeOptions['interpolation']>,
): Tensor {
  const { antialias, cropToAspectRatio, padToAspectRatio, fillValue } = options;
  const how = { antialias, cropToAspectRatio, padToAspectRatio, fillValue };
  return resize(images, { ...how, size: [height, width], interpolation });
}

function notBoth(
  pad: boolean,
  who: string,
  { cropToAspectRatio: crop }: Readonly<Required<ResizingConfig>>,
): boolean {
  if (!pad || !crop) return pad;
  throw new ArgumentError({ who, expected: '`cropToAspectRatio` or `padToAspectRatio`', got: 'both' });
}
