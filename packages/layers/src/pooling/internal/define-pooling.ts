import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import type { maxPool } from '@myelin/ops';
import { checkWindow } from '../../internal/check-window.js';
import { type DataFormat, type Padding, dataFormat, padding } from '../../internal/one-of.js';
import { type Sizes, positiveSizes } from '../../internal/positive-sizes.js';

/** Options that the layers with moving windows share; `Size` has a number for each axis. */
export interface PoolingOptions<Size extends Sizes = Sizes> extends LayerConfig {
  /**
   * Steps of the window: one number for all axes, or one for each; null is the size of the window. @defaultValue null
   */
  strides?: number | Size | null;
  /**
   * `'valid'`: windows lie within the input; `'same'`: windows reach over its border, the output is as large as the
   * input over the stride. @defaultValue 'valid'
   */
  padding?: Padding;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

interface PoolingConfig extends PoolingOptions {
  poolSize: number | Sizes;
}

interface PoolingSpec {
  readonly className: string;
  /** Of sequences, images or volumes. */
  readonly axes: Sizes['length'];
  readonly pool: typeof maxPool;
  /** The window where none is given; without it one has to be. */
  readonly defaults?: { readonly poolSize: number };
}

/** A layer that pools along one, two or three axes. */
export function definePooling<C extends LayerConfig>(spec: PoolingSpec): LayerFactory<C> {
  const { className, axes, pool, defaults } = spec;
  const size = positiveSizes('poolSize', axes);
  const steps = positiveSizes('strides', axes);
  const factory: LayerFactory<PoolingConfig> = defineLayer({
    className,
    required: ['poolSize'],
    defaults: { ...defaults, strides: null, padding: 'valid', dataFormat: 'channels_last' },
    resolve: {
      poolSize: size,
      strides: (given: number | Sizes | null, who: string, { poolSize }: PoolingConfig) =>
        given === null ? size(poolSize, who) : steps(given, who),
      padding,
      dataFormat,
    },
    inputSpec: () => ({ rank: axes + 2 }),
    build: () => ({}),

    call(x, { config, who }) {
      checkWindow(x.shape, { size: config.poolSize, ...config }, who);
      return pool(x, config);
    },
  });
  return factory as unknown as LayerFactory<C>;
}
