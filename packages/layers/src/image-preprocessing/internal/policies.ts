import type { Tensor } from '@tensorflow/tfjs-core';
import { stretched } from '../auto-contrast.js';
import { equalized } from '../equalization.js';
import type { BoundingBoxes } from '../labeled-images.js';
import { brightness } from '../random-brightness.js';
import { degeneration } from '../random-color-degeneration.js';
import { contrast } from '../random-contrast.js';
import { posterization } from '../random-posterization.js';
import { rotation } from '../random-rotation.js';
import { sharpness } from '../random-sharpness.js';
import { shear } from '../random-shear.js';
import { translation } from '../random-translation.js';
import { inversion } from '../solarization.js';
import { samplingDefaults } from './affine.js';
import type { Augmentation } from './augmentation.js';
import { Draws } from './draws.js';
import type { Range } from './factor.js';
import { type ImageSize, sizeOf } from './image-size.js';
import type { BoxContext } from './move-boxes.js';

/** Options that all changes of a policy are made with. */
export interface PolicyOptions {
  readonly factor: Range;
  readonly valueRange: Range;
  readonly interpolation: 'nearest' | 'bilinear';
}

/** One change of a policy; what it draws comes from a state, so that the same state gives the same change. */
export interface Policy {
  images(images: Tensor, state: Tensor): Tensor;
  masks(masks: Tensor, state: Tensor): Tensor;
  boundingBoxes(boxes: BoundingBoxes, state: Tensor, context: BoxContext<unknown>): BoundingBoxes;
}

/** The most draws that one change makes: a policy has a place for each of them in its stream. */
export const drawsOfPolicy = 4;

/** The changes that RandAugment and AugMix choose from; those of colours by measures of their own come last. */
export function policiesOf(options: PolicyOptions, who: string): readonly Policy[] {
  const { factor, valueRange, interpolation } = options;
  const sampling = { ...samplingDefaults, interpolation };
  const colors = { factor, valueRange };
  const bits: Range = [1, Math.max(1, Math.floor(8 * factor[1]))];
  return [
    policyOf(shear, { ...sampling, xFactor: factor, yFactor: factor }, who),
    policyOf(translation, { ...sampling, heightFactor: factor, widthFactor: factor }, who),
    policyOf(rotation, { ...sampling, factor }, who),
    policyOf(posterization, { factor: bits, valueRange }, who),
    policyOf(inversion, { additionFactor: factor, thresholdFactor: factor, valueRange }, who),
    policyOf(stretched, { valueRange }, who),
    policyOf(equalized, { valueRange, bins: 256 }, who),
    policyOf(brightness, colors, who),
    policyOf(degeneration, colors, who),
    policyOf(contrast, colors, who),
    policyOf(sharpness, colors, who),
  ];
}

function policyOf<C, T>(change: Augmentation<C, T>, config: C, who: string): Policy {
  const context = { config, who };
  const drawn = (state: Tensor, size: ImageSize): T =>
    change.draw === undefined ? (null as T) : change.draw(new Draws(state), size, context);
  return {
    images: (images, state) => change.images(images, drawn(state, sizeOf(images)), context),
    masks: (masks, state) => change.masks?.(masks, drawn(state, sizeOf(masks)), context) ?? masks,
    boundingBoxes: (boxes, state, at) =>
      change.boundingBoxes?.(boxes, drawn(state, at.size), { ...at, config }) ?? boxes,
  };
}
