import type { Tensor } from '@tensorflow/tfjs-core';
import type { BoundingBoxes } from '../labeled-images.js';
import type { Draws } from './draws.js';
import type { ImageSize } from './image-size.js';
import type { BoxContext } from './move-boxes.js';

/** What a change of images knows besides them. */
export interface ImageContext<C> {
  readonly config: C;
  readonly who: string;
}

/**
 * A change of images in two parts: what is drawn by chance, and what is done with it. Images are batches of floats with their
 * channels last, whatever the format.
 */
export interface Augmentation<C, T = null> {
  /** What happens to each image of a batch. */
  readonly draw?: (draws: Draws, size: ImageSize, context: ImageContext<C>) => T;
  readonly images: (images: Tensor, drawn: T, context: ImageContext<C>) => Tensor;
  /** @defaultValue they stay */
  readonly masks?: (masks: Tensor, drawn: T, context: ImageContext<C>) => Tensor;
  /** @defaultValue they stay */
  readonly labels?: (labels: Tensor, drawn: T, context: ImageContext<C>) => Tensor;
  /** @defaultValue they stay */
  readonly boundingBoxes?: (given: BoundingBoxes, drawn: T, context: BoxContext<C>) => BoundingBoxes;
}
