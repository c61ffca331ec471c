import { type LayerConfig, type LayerFactory, defineLayer, shapeSize } from '@myelin/core';
import { concatenate, type maxPool, reshape, take, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
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
  readonly pool: typeof maxPool;
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

    call(x, { config }) {
      const first = config.dataFormat === 'channels_last' ? 1 : 2;
      const sizes: readonly number[] = config.outputSize;
      return sizes.reduce((y, size, i) => poolAxis(pool, y, first + i, size), x);
    },
  });
  return factory as unknown as LayerFactory<C>;
}

/** Windows of one axis have one size, or two: all windows of each, and of them those that count. */
function poolAxis(pool: typeof maxPool, x: Tensor, axis: number, count: number): Tensor {
  const length = x.shape[axis] ?? 0;
  const windows = Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * length) / count);
    return { start, size: Math.ceil(((i + 1) * length) / count) - start };
  });
  const sizes = [...new Set(windows.map(({ size }) => size))];
  const offsets = new Map<number, number>();
  sizes.reduce((offset, size) => {
    offsets.set(size, offset);
    return offset + length - size + 1;
  }, 0);
  const places = windows.map(({ start, size }) => (offsets.get(size) ?? 0) + start);

  const [before, after] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
  const sequences = reshape(x, { newshape: [shapeSize(before), length, shapeSize(after)] });
  const pooled = sizes.map((poolSize) => pool(sequences, { poolSize, strides: 1 }));
  const chosen = take(concatenate(pooled, { axis: 1 }), tensor(places, 'int32'), { axis: 1 });
  return reshape(chosen, { newshape: [...before, count, ...after] });
}
