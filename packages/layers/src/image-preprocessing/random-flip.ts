import { concatenate, flip as turnRound, less, reshape, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { columnsOf } from '../bounding-boxes/internal/columns-of.js';
import { oneOf } from '../internal/one-of.js';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { moveBoxes } from './internal/move-boxes.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomFlip}. */
export interface RandomFlipConfig extends RandomImageConfig {
  /** Left and right are exchanged, top and bottom, or both at once. @defaultValue 'horizontal_and_vertical' */
  mode?: FlipMode;
}

type FlipMode = 'horizontal' | 'vertical' | 'horizontal_and_vertical';

/** @internal */
export const flip: Augmentation<{ readonly mode: FlipMode }, { readonly flips: Tensor }> = {
  draw: (draws, { batch }) => ({ flips: less(draws.uniform([batch]), 0.5) }),
  images: (images, { flips }, { config: { mode } }) => mirrored(images, flips, mode),
  masks: (masks, { flips }, { config: { mode } }) => mirrored(masks, flips, mode),

  boundingBoxes(boxes, { flips }, context) {
    const { width, height } = context.size;
    const [across, down] = axesOf(context.config.mode);
    const isFlipped = reshape(flips, { newshape: [-1, 1, 1] });
    return moveBoxes(boxes, context, (corners) => {
      const [left, top, right, bottom] = columnsOf(corners);
      const [newLeft, newRight] = across ? [subtract(width, right), subtract(width, left)] : [left, right];
      const [newTop, newBottom] = down ? [subtract(height, bottom), subtract(height, top)] : [top, bottom];
      return where(isFlipped, concatenate([newLeft, newTop, newRight, newBottom], { axis: -1 }), corners);
    });
  },
};

/**
 * Flips half of the images in training, chosen by chance.
 *
 * For what looks the same in a mirror: objects, but no letters. At inference images stay as they are. Masks and boxes are
 * flipped with their images.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomFlip()(tensor([[[1], [2]]]), { training: false }); // [[[1], [2]]]
 * ```
 * @see Keras `keras.layers.RandomFlip`
 */
export const randomFlip: ImageLayerFactory<RandomFlipConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomFlip',
  defaults: { mode: 'horizontal_and_vertical' },
  resolve: {
    mode: /* @__PURE__ */ oneOf<FlipMode>('mode', ['horizontal', 'vertical', 'horizontal_and_vertical']),
  },
  ...flip,
});

/** Whether left and right are exchanged, and whether top and bottom are. */
function axesOf(mode: FlipMode): [boolean, boolean] {
  return [mode !== 'vertical', mode !== 'horizontal'];
}

function mirrored(images: Tensor, flips: Tensor, mode: FlipMode): Tensor {
  const [across, down] = axesOf(mode);
  const axis = [...(down ? [1] : []), ...(across ? [2] : [])];
  return where(reshape(flips, { newshape: [-1, 1, 1, 1] }), turnRound(images, { axis }), images);
}
