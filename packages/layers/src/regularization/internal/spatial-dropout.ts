import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { dropOut, nextDraw, seedFor, upToOne } from '../../internal/chance.js';
import { channelAxis } from '../../internal/convolution.js';
import { type DataFormat, dataFormat } from '../../internal/one-of.js';
import { writtenBare } from '../../internal/written-bare.js';

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

/** A layer that drops whole channels of images or volumes. */
export function defineSpatialDropout(spec: {
  readonly className: string;
  readonly axes: 2 | 3;
}): LayerFactory<SpatialDropoutNdConfig> {
  const { className, axes } = spec;
  return defineLayer({
    className,
    required: ['rate'],
    supportsMasking: true,
    defaults: { dataFormat: null, seed: null },
    floats: ['rate'],
    resolve: { rate: upToOne('rate'), dataFormat },
    writeConfig: writtenBare,
    inputSpec: () => ({ rank: axes + 2 }),
    build: ({ config, addSeed }) => ({ seed: seedFor(config.rate, config.seed, addSeed) }),
    call: (x, context) => dropChannels(x, nextDraw(context), context.config.rate, context.config.dataFormat),
  });
}

/** Drops each channel of each example everywhere, or nowhere. */
export function dropChannels(x: Tensor, draw: Tensor | null, rate: number, format: DataFormat): Tensor {
  if (draw === null) return x;
  const channels = (channelAxis(format) + x.rank) % x.rank;
  const noise = x.shape.map((size, axis) => (axis === 0 || axis === channels ? size : 1));
  return dropOut(x, draw, rate, noise);
}
