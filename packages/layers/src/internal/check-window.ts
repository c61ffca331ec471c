import { ShapeError } from '@myelin/core';
import type { DataFormat, Padding } from './one-of.js';

interface Window {
  /** Along each axis: one of sequences, two of images, three of volumes. */
  readonly size: readonly number[];
  readonly dilationRate?: readonly number[];
  readonly padding: Padding | 'causal';
  readonly dataFormat: DataFormat;
}

/** Refuses sequences, images and volumes in which no window fits. @throws ShapeError naming the layer. */
export function checkWindow(
  shape: readonly number[],
  { size, dilationRate = [], padding, dataFormat }: Window,
  who: string,
): void {
  if (padding !== 'valid') return;
  const places = dataFormat === 'channels_last' ? shape.slice(1, -1) : shape.slice(2);
  const window = size.map((length, axis) => (length - 1) * (dilationRate[axis] ?? 1) + 1);
  if (window.every((length, axis) => length <= (places[axis] ?? 0))) return;
  throw new ShapeError({
    who,
    expected: `${inputs[size.length - 1] ?? ''} as its window of ${window.join(' x ')}`,
    got: places.join(' x '),
    hint: "Make the window smaller, or set `padding: 'same'`.",
  });
}

/** What has one axis, two and three. */
const inputs = ['sequences at least as long', 'images at least as large', 'volumes at least as large'];
