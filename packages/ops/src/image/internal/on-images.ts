import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, expandDims, squeeze } from '@tensorflow/tfjs-core';
import { withChannelsLast } from '../../internal/channels-last.js';

export interface ImageOptions {
  /** Where the channels stand: last, or before height and width. @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first' | null;
}

/**
 * Runs what knows a batch of images with their channels last, `[batch, height, width, channels]`, on one image or many,
 * in either format.
 *
 * @throws ShapeError when there are neither three axes nor four.
 */
export function onImages(
  who: string,
  images: Tensor,
  { dataFormat }: ImageOptions,
  run: (images: Tensor) => Tensor,
): Tensor {
  expectImages(who, images);
  if (images.rank === 3) {
    return squeeze(onImages(who, expandDims(images, 0), { dataFormat: dataFormat ?? null }, run), [0]);
  }
  return withChannelsLast(images, dataFormat, run);
}

/** @throws ShapeError when there are neither three axes nor four. */
export function expectImages(who: string, images: Tensor): void {
  if (images.rank === 3 || images.rank === 4) return;
  throw new ShapeError({
    who,
    expected: 'an image with three axes, or a batch of them with four',
    got: formatShape(images.shape),
  });
}
