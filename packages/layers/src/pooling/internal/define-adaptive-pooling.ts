import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import type { adaptiveMaxPool } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../../internal/one-of.js';
import { type Sizes, positiveSizes } from '../../internal/positive-sizes.js';

/** Options of the layers whose output has a given size; `Size` has a number for each axis. */
export interface AdaptivePoolingOptions<Size extends Sizes = Sizes> extends LayerConfig {
  /** Size of the output: one number for all axes, or one for each. */
  outputSize: number | Size;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

interface AdaptivePoolingSpec {
  readonly className: string;
  /** Of sequences, images or volumes. */
  readonly axes: Sizes['length'];
  readonly pool: typeof adaptiveMaxPool;
}

/**
 * A layer that pools one, two or three axes to sizes that are given, one axis after the other.
 *
 * Keras on TensorFlow fails for windows as long as the input, so for an output of one place; here these are as any others.
 */
export function defineAdaptivePooling<C extends LayerConfig>({
  className,
  axes,
  pool,
}: AdaptivePoolingSpec): LayerFactory<C> {
  const factory: LayerFactory<AdaptivePoolingOptions> = defineLayer({
    className,
    required: ['outputSize'],
    defaults: { dataFormat: 'channels_last' },
    resolve: { outputSize: positiveSizes('outputSize', axes), dataFormat },
    inputSpec: () => ({ rank: axes + 2 }),
    build: () => ({}),
    call: (x, { config }) => pool(x, config),
  });
  return factory as unknown as LayerFactory<C>;
}
