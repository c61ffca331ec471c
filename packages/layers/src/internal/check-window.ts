import { ShapeError } from '@myelin/core';
import type { DataFormat, Padding } from './one-of.js';
import type { Pair } from './positive-integer.js';

interface Window {
  readonly size: Pair;
  readonly dilationRate?: Pair;
  readonly padding: Padding;
  readonly dataFormat: DataFormat;
}

/** Refuses images in which no window fits. @throws ShapeError naming the layer. */
export function checkWindow(
  shape: readonly number[],
  { size, dilationRate = [1, 1], padding, dataFormat }: Window,
  who: string,
): void {
  if (padding === 'same') return;
  const [height = 0, width = 0] = dataFormat === 'channels_last' ? shape.slice(1) : shape.slice(2);
  const rows = (size[0] - 1) * dilationRate[0] + 1;
  const columns = (size[1] - 1) * dilationRate[1] + 1;
  if (height >= rows && width >= columns) return;
  throw new ShapeError({
    who,
    expected: `images at least as large as its window of ${rows} x ${columns}`,
    got: `${height} x ${width}`,
    hint: "Make the window smaller, or set `padding: 'same'`.",
  });
}
