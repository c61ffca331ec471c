import type { CallOptions, Layer, LayerConfig, LayerFactory, SymbolicTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { BoundingBoxFormat } from '../bounding-boxes/convert-format.js';
import type { DataFormat } from '../internal/one-of.js';

/** Boxes around what is seen in images, and what that is. */
export interface BoundingBoxes<T = Tensor> {
  /** `[batch, boxes, 4]` */
  readonly boxes: T;
  /** A class for each box, `[batch, boxes]`; -1 stands for none. */
  readonly labels: T;
}

/**
 * Images together with what is known of them, under Keras' own keys, as data sets and files have them. Other keys stay what
 * they are.
 */
export interface LabeledImages<T = Tensor> {
  /** `[batch, height, width, channels]`, or one image without the batch; then the others have no batch, either. */
  readonly images: T;
  /** `[batch, classes]` */
  readonly labels?: T;
  readonly bounding_boxes?: BoundingBoxes<T>;
  /** A class for each pixel, `[batch, height, width, 1]`. */
  readonly segmentation_masks?: T;
}

/** Options of every layer that changes images. */
export interface ImageLayerConfig extends LayerConfig {
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** How the bounding boxes are written of images that come with some. @defaultValue null, there are none */
  boundingBoxFormat?: BoundingBoxFormat | null;
}

/** Options of layers that change images by chance. */
export interface RandomImageConfig extends ImageLayerConfig {
  /** Makes the draws repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/** A call on images with what belongs to them: everything is changed alike. */
export type OnLabeledImages = <X extends LabeledImages | LabeledImages<SymbolicTensor>>(
  data: X,
  options?: CallOptions,
) => X;

/** A layer of images, or of images with what belongs to them. */
export type ImageLayer<C> = Layer<C> & OnLabeledImages;

/** Makes layers of one class. */
export type ImageLayerFactory<C> = LayerFactory<C, Tensor, Tensor, OnLabeledImages>;
