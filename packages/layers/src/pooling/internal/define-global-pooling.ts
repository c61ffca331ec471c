import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import type { mean } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../../internal/one-of.js';
import type { Sizes } from '../../internal/positive-sizes.js';

/** Options of the layers that pool over the whole input. */
export interface GlobalPoolingOptions extends LayerConfig {
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Whether the axes that are pooled stay, with size 1. @defaultValue false */
  keepdims?: boolean;
}

interface GlobalPoolingSpec {
  readonly className: string;
  /** Of sequences, images or volumes. */
  readonly axes: Sizes['length'];
  readonly reduce: typeof mean;
}

/** A layer that reduces one, two or three axes. */
export function defineGlobalPooling({
  className,
  axes,
  reduce,
}: GlobalPoolingSpec): LayerFactory<GlobalPoolingOptions> {
  return defineLayer({
    className,
    defaults: { dataFormat: 'channels_last', keepdims: false },
    resolve: { dataFormat },
    inputSpec: () => ({ rank: axes + 2 }),
    build: () => ({}),

    call(x, { config }) {
      const first = config.dataFormat === 'channels_last' ? 1 : 2;
      const axis = Array.from({ length: axes }, (_, i) => first + i);
      return reduce(x, { axis, keepdims: config.keepdims });
    },
  });
}
