import type { Tree } from '@myelin/core';
import { mapTree } from '@myelin/core';
import { expandDims, squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../../internal/one-of.js';
import type { BoundingBoxes, ImageLayerConfig, LabeledImages } from '../labeled-images.js';
import type { Augmentation, ImageContext } from './augmentation.js';
import { Draws } from './draws.js';
import { type ImageSize, inFormat, lastChannels, sizeOf } from './image-size.js';
import { type BoxContext, needsFormat } from './move-boxes.js';

/** What every layer of images knows of its options. */
type AnyConfig = Required<Pick<ImageLayerConfig, 'boundingBoxFormat'>> & { readonly dataFormat: DataFormat };
type AnyContext = ImageContext<AnyConfig>;
/** A change, whatever it draws. */
export type AnyAugmentation = Augmentation<never, unknown>;

/** What chance decides for images in a format; null where it decides nothing. */
export function drawFor(
  { draw }: AnyAugmentation,
  draws: Draws | null,
  { images }: LabeledImages,
  context: AnyContext,
): unknown {
  if (draws === null || draw === undefined) return null;
  return draw(draws, sizeOf(lastChannels(images, context.config.dataFormat)), context as never);
}

/** A batch of images, and what belongs to them, after a change that was drawn. */
export function transform(
  augmentation: AnyAugmentation,
  data: LabeledImages,
  drawn: unknown,
  context: AnyContext,
): LabeledImages {
  const format = context.config.dataFormat;
  const { labels, bounding_boxes: boxes, segmentation_masks: masks } = data;
  const images = lastChannels(data.images, format);
  const output = augmentation.images(images, drawn, context as never);
  const sizes = { size: sizeOf(images), outputSize: sizeOf(output) };
  const changedMasks = masks && augmentation.masks?.(lastChannels(masks, format), drawn, context as never);
  const changedLabels = labels && augmentation.labels?.(labels, drawn, context as never);
  return {
    ...data,
    images: inFormat(output, format),
    ...(changedLabels && { labels: changedLabels }),
    ...(boxes && { bounding_boxes: transformBoxes(augmentation, boxes, drawn, { ...context, ...sizes }) }),
    ...(changedMasks && { segmentation_masks: inFormat(changedMasks, format) }),
  };
}

function transformBoxes(
  { boundingBoxes }: AnyAugmentation,
  given: BoundingBoxes,
  drawn: unknown,
  context: AnyContext & { readonly size: ImageSize; readonly outputSize: ImageSize },
): BoundingBoxes {
  const { boundingBoxFormat: format } = context.config;
  if (format === null) throw needsFormat(context.who);
  return boundingBoxes?.(given, drawn, { ...context, format } as BoxContext<never>) ?? given;
}

/** Runs what knows batches on one image with what belongs to it. */
export function asBatch(data: LabeledImages, run: (batch: LabeledImages) => LabeledImages): LabeledImages {
  const mapped = (tree: LabeledImages, change: (x: Tensor) => Tensor): LabeledImages =>
    mapTree(tree as unknown as Tree<Tensor>, change) as unknown as LabeledImages;
  const batch = mapped(data, (x) => expandDims(x, { axis: 0 }));
  return mapped(run(batch), (x) => squeeze(x, { axis: 0 }));
}
