// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { activation } from './activation/activation.js';
import { conv2d } from './convolution/conv2d.js';
import { dense } from './core/dense.js';
import { inputLayer } from './core/input-layer.js';
import { add } from './merging/add.js';
import { concatenate } from './merging/concatenate.js';
import { batchNormalization } from './normalization/batch-normalization.js';
import { averagePooling2d } from './pooling/average-pooling2d.js';
import { maxPooling2d } from './pooling/max-pooling2d.js';
import { dropout } from './regularization/dropout.js';
import { flatten } from './reshaping/flatten.js';
import { reshape } from './reshaping/reshape.js';

/** Keras' class names of the layers. Look names of users up with `Object.hasOwn`. */
export const classMap: {
  readonly Activation: typeof activation;
  readonly Conv2D: typeof conv2d;
  readonly Convolution2D: typeof conv2d;
  readonly Dense: typeof dense;
  readonly InputLayer: typeof inputLayer;
  readonly Add: typeof add;
  readonly Concatenate: typeof concatenate;
  readonly BatchNormalization: typeof batchNormalization;
  readonly AveragePooling2D: typeof averagePooling2d;
  readonly AvgPool2D: typeof averagePooling2d;
  readonly MaxPooling2D: typeof maxPooling2d;
  readonly MaxPool2D: typeof maxPooling2d;
  readonly Dropout: typeof dropout;
  readonly Flatten: typeof flatten;
  readonly Reshape: typeof reshape;
} = {
  Activation: activation,
  Conv2D: conv2d,
  Convolution2D: conv2d,
  Dense: dense,
  InputLayer: inputLayer,
  Add: add,
  Concatenate: concatenate,
  BatchNormalization: batchNormalization,
  AveragePooling2D: averagePooling2d,
  AvgPool2D: averagePooling2d,
  MaxPooling2D: maxPooling2d,
  MaxPool2D: maxPooling2d,
  Dropout: dropout,
  Flatten: flatten,
  Reshape: reshape,
};
