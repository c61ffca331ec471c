import { ArgumentError } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type ImageOptions, onImages } from '../image/internal/on-images.js';

export interface BlockOptions extends ImageOptions {
  /** How many rows and columns a block has, from 2. */
  readonly blockSize: number;
}

/** Runs what moves blocks of images with their channels last. */
export function onBlocks(
  who: string,
  x: Tensor,
  { blockSize, ...options }: BlockOptions,
  run: (images: Tensor, size: number) => Tensor,
): Tensor {
  if (!(blockSize >= 2)) {
    throw new ArgumentError({ who, expected: 'blocks of at least 2', got: String(blockSize) });
  }
  return onImages(who, x, options, (images) => run(images, blockSize));
}
