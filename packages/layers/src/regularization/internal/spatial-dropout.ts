import type { LayerConfig, WireRecord } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../../internal/one-of.js';
import { dropOut } from '../../internal/chance.js';

/** Options of the layers that drop whole channels; those of images and volumes have a `dataFormat`, too. */
export interface SpatialDropoutConfig extends LayerConfig {
  /** The part of the channels that is dropped: from 0 to 1. */
  rate: number;
  /** Makes the draws repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/** Options of the layers that drop whole channels of images and volumes. */
export interface SpatialDropoutNdConfig extends SpatialDropoutConfig {
  /** Where the channels are. @defaultValue null, `'channels_last'` */
  dataFormat?: DataFormat | null;
}

/** Drops each channel of each example everywhere, or nowhere. */
export function dropChannels(x: Tensor, draw: Tensor | null, rate: number, format: DataFormat): Tensor {
  if (draw === null) return x;
  const channels = format === 'channels_last' ? x.rank - 1 : 1;
  const noise = x.shape.map((size, axis) => (axis === 0 || axis === channels ? size : 1));
  return dropOut(x, draw, rate, noise);
}

/** Keras' classes take no `trainable`, and write their type without its policy. */
export function writtenBare({ trainable: _, ...rest }: WireRecord): WireRecord {
  return { ...rest, dtype: 'float32' };
}
