import { ShapeError, formatShape } from '@myelin/core';
import { transpose } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../../internal/one-of.js';

/** Sizes of a batch of images. */
export interface ImageSize {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** The sizes of images whose channels are last. */
export function sizeOf(images: Tensor): ImageSize {
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  return { batch, height, width, channels };
}

/** Images whose channels are last from those in a format, and the way back. */
export function lastChannels(images: Tensor, format: DataFormat): Tensor {
  return format === 'channels_last' ? images : transpose(images, { axes: [0, 2, 3, 1] });
}

export function inFormat(images: Tensor, format: DataFormat): Tensor {
  return format === 'channels_last' ? images : transpose(images, { axes: [0, 3, 1, 2] });
}

/** @throws ShapeError when there is neither one image nor a batch of them. */
export function checkImages(images: Tensor, who: string): void {
  if (images.rank === 3 || images.rank === 4) return;
  throw new ShapeError({
    who,
    expected: 'an image with three axes, or a batch of them with four',
    got: formatShape(images.shape),
  });
}
