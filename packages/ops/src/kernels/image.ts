import type { CropAndResizeAttrs, ResizeBilinearAttrs, TransformAttrs } from '@tensorflow/tfjs-core';
import { axisSize, rulesFor, like, type KernelRules, type StaticSpec } from './kernel-rule.js';

type Images = Readonly<Record<'images', StaticSpec>>;
type Image = Readonly<Record<'image', StaticSpec>>;

function resized(
  images: StaticSpec,
  [height, width]: readonly [number, number],
  dtype = images.dtype,
): StaticSpec {
  return { shape: [axisSize(images, 0), height, width, axisSize(images, 3)], dtype };
}

function transform({ image }: Image, { outputShape }: TransformAttrs): StaticSpec {
  // Null where the caller gave none.
  const size = outputShape as [number, number] | null | undefined;
  return size == null ? like(image) : resized(image, size);
}

/**
 * Images as `[batch, height, width, channels]`.
 *
 * @internal
 */
export const imageRules: KernelRules = {
  ResizeBilinear: ({ images }: Images, { size }: ResizeBilinearAttrs) => resized(images, size, 'float32'),
  ResizeNearestNeighbor: ({ images }: Images, { size }: ResizeBilinearAttrs) => resized(images, size),
  ...rulesFor(['ResizeBilinearGrad', 'ResizeNearestNeighborGrad'], ({ images }: Images) =>
    like(images, 'float32'),
  ),
  CropAndResize: (
    { image, boxes }: Readonly<Record<'image' | 'boxes', StaticSpec>>,
    { cropSize: [height, width] }: CropAndResizeAttrs,
  ) => ({ shape: [axisSize(boxes, 0), height, width, axisSize(image, 3)], dtype: 'float32' }),
  ...rulesFor(['FlipLeftRight', 'RotateWithOffset'], ({ image }: Image) => like(image)),
  Transform: transform,
};
