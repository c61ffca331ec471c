import { ArgumentError, shapeSize } from '@myelin/core';
import { type Tensor, type Tensor4D, concat, gather, reshape, tensor1d } from '@tensorflow/tfjs-core';
import { withChannelsLast } from './channels-last.js';
import { sizesOf } from './sizes-of.js';

export interface AdaptivePoolOptions {
  /** The size of each axis of the result, or of all. */
  readonly outputSize: number | readonly number[];
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first' | null;
}

/** Pools windows of `size` rows and one column, at every row: `[batch, height, width, channels]`. */
export type PoolRows = (images: Tensor4D, size: number) => Tensor;

/**
 * Pools each spatial axis to a given size: window `i` of an axis of `n` goes from `⌊i · n / size⌋` up to
 * `⌈(i + 1) · n / size⌉`.
 */
export function adaptivePool(
  who: string,
  x: Tensor,
  { outputSize, dataFormat }: AdaptivePoolOptions,
  pool: PoolRows,
): Tensor {
  const spatial = x.rank - 2;
  const sizes = sizesOf(outputSize, spatial);
  if (spatial < 1 || sizes.length !== spatial) {
    throw new ArgumentError({
      who,
      expected: `a size for each of ${spatial} spatial axes`,
      got: String(outputSize),
    });
  }
  return withChannelsLast(x, dataFormat, (last) =>
    sizes.reduce((y, size, i) => poolAxis(y, i + 1, size, pool), last),
  );
}

/** Windows of one axis have one of two sizes: all of each, and then the ones that count. */
function poolAxis(x: Tensor, axis: number, size: number, pool: PoolRows): Tensor {
  const length = x.shape[axis] ?? 0;
  const [before, after, channels] = [
    x.shape.slice(0, axis),
    x.shape.slice(axis + 1, -1),
    x.shape.at(-1) ?? 0,
  ];
  const images: Tensor4D = reshape(x, [shapeSize(before), length, shapeSize(after), channels]);
  const windows = Array.from({ length: size }, (_, i) => {
    const start = Math.floor((i * length) / size);
    return { start, size: Math.ceil(((i + 1) * length) / size) - start };
  });
  const kinds = [...new Set(windows.map((window) => window.size))];
  const offsets = kinds.map((_, i) =>
    kinds.slice(0, i).reduce((offset, kind) => offset + length - kind + 1, 0),
  );
  const chosen = windows.map((window) => (offsets[kinds.indexOf(window.size)] ?? 0) + window.start);
  const pooled = kinds.map((kind) => pool(images, kind));
  return reshape(gather(concat(pooled, 1), tensor1d(chosen, 'int32'), 1), [
    ...before,
    size,
    ...after,
    channels,
  ]);
}
