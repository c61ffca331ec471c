import {
  type Tensor,
  abs,
  add,
  cast,
  clipByValue,
  floor,
  gather,
  mul,
  reshape,
  sign,
  sub,
  where,
} from '@tensorflow/tfjs-core';
import { indices } from '../../indices.js';
import { multiply } from '../../multiply.js';
import { greater } from '../../greater.js';
import { greaterEqual } from '../../greater-equal.js';
import { less } from '../../less.js';
import { lessEqual } from '../../less-equal.js';
import { logicalAnd } from '../../logical-and.js';
import { offTape } from '../../off-tape.js';

export interface SampleOptions {
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  readonly interpolation?: 'nearest' | 'bilinear';
  /** What lies outside of the image. @defaultValue 'constant' */
  readonly fillMode?: FillMode;
  /** What `constant` fills in. @defaultValue 0 */
  readonly fillValue?: number;
}

/**
 * What lies outside of an image: one value (`constant`), its border (`nearest`), the image again (`wrap`) or its mirror
 * image, which begins with the border (`reflect`).
 */
type FillMode = 'constant' | 'nearest' | 'wrap' | 'reflect';

/**
 * Images `[batch, height, width, channels]` at places between their pixels: `x` and `y` are `[batch, newHeight, newWidth]`,
 * or 1 in the place of the batch.
 *
 * @see TensorFlow `ImageProjectiveTransformV3`
 */
export function sample(images: Tensor, x: Tensor, y: Tensor, options: SampleOptions): Tensor {
  const { interpolation = 'bilinear', fillMode = 'constant', fillValue = 0 } = options;
  const [, height = 0, width = 0] = images.shape;
  const [column, row] = [inside(x, width, fillMode), inside(y, height, fillMode)];
  const read = (i: Tensor, j: Tensor): Tensor => pixels(images, i, j, fillValue);
  if (interpolation === 'nearest') return read(rounded(row), rounded(column));
  const [top, left] = [floor(row), floor(column)];
  const between = (i: Tensor): Tensor => mixed(read(i, left), read(i, add(left, 1)), sub(column, left));
  return mixed(between(top), between(add(top, 1)), sub(row, top));
}

function mixed(first: Tensor, second: Tensor, part: Tensor): Tensor {
  const share = reshape(part, [...part.shape, 1]);
  return add(mul(first, sub(1, share)), mul(second, share));
}

/** To the nearest whole number, halves away from zero. */
function rounded(x: Tensor): Tensor {
  return mul(sign(x), floor(add(abs(x), 0.5)));
}

/** Coordinates within the image, as far as the mode brings them there. */
function inside(x: Tensor, size: number, mode: FillMode): Tensor {
  if (mode === 'constant') return x;
  if (mode === 'nearest') return clipByValue(x, 0, size - 1);
  const period = mode === 'wrap' ? size : 2 * size;
  return clipByValue(mode === 'wrap' ? wrapped(x, period) : reflected(x, size, period), 0, size - 1);
}

/** Moved by whole images; TensorFlow's kernel counts them with one pixel fewer on the left. */
function wrapped(x: Tensor, size: number): Tensor {
  if (size === 1) return mul(x, 0);
  const isBefore = less(x, 0);
  const isBehind = greater(x, size - 1);
  const before = add(x, mul(add(floor(mul(x, -1 / (size - 1))), 1), size));
  const behind = sub(x, mul(floor(mul(x, 1 / (size - 1))), size));
  return where(isBefore, before, where(isBehind, behind, x));
}

function reflected(x: Tensor, size: number, period: number): Tensor {
  const isBefore = less(x, 0);
  const near = sub(x, mul(floor(mul(abs(x), 1 / period)), mul(sign(x), period)));
  const isFar = less(near, -size);
  const before = where(isFar, add(near, period), sub(-1, near));
  const isMirrored = greaterEqual(near, size);
  const behind = where(isMirrored, sub(period - 1, near), near);
  return where(isBefore, before, behind);
}

/** The pixels at whole coordinates, and the value outside. */
function pixels(images: Tensor, row: Tensor, column: Tensor, outside: number): Tensor {
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const rowInside = logicalAnd(greaterEqual(row, 0), lessEqual(row, height - 1));
  const columnInside = logicalAnd(greaterEqual(column, 0), lessEqual(column, width - 1));
  const isInside = logicalAnd(rowInside, columnInside);
  const place = offTape((): Tensor => {
    const [i, j] = [whole(row, height), whole(column, width)];
    const first = reshape(multiply(indices(batch), height * width), [batch, 1, 1]);
    return add(first, add(multiply(i, width), j));
  });
  const found = gather(reshape(images, [batch * height * width, channels]), place);
  return where(reshape(isInside, [...isInside.shape, 1]), found, outside);
}

function whole(x: Tensor, size: number): Tensor {
  return cast(clipByValue(x, 0, size - 1), 'int32');
}
