import {
  absolute,
  add,
  arange,
  cast,
  clip,
  floor,
  greaterEqual,
  less,
  logicalAnd,
  mod,
  multiply,
  reshape,
  round,
  subtract,
  take,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { sizeOf } from './image-size.js';

/** How pixels are made at places between them. */
export interface SampleAtOptions {
  readonly interpolation: 'nearest' | 'bilinear';
  readonly fillMode: 'constant' | 'nearest' | 'wrap' | 'mirror' | 'reflect';
  readonly fillValue: number;
}

/** Images `[batch, height, width, channels]` at places `x` and `y` of `[batch, height, width]`. */
export function sampleAt(images: Tensor, x: Tensor, y: Tensor, options: SampleAtOptions): Tensor {
  if (options.interpolation === 'nearest') return pixelsAt(images, round(x), round(y), options);
  const [left, top] = [floor(x), floor(y)];
  const [across, down] = [subtract(x, left), subtract(y, top)].map((part) =>
    reshape(part, { newshape: [...part.shape, 1] }),
  ) as [Tensor, Tensor];
  const mix = (a: Tensor, b: Tensor, part: Tensor): Tensor =>
    add(multiply(a, subtract(1, part)), multiply(b, part));
  const row = (at: Tensor): Tensor =>
    mix(pixelsAt(images, left, at, options), pixelsAt(images, add(left, 1), at, options), across);
  return mix(row(top), row(add(top, 1)), down);
}

/** The pixels at whole places, and what stands for those outside. */
function pixelsAt(images: Tensor, x: Tensor, y: Tensor, { fillMode, fillValue }: SampleAtOptions): Tensor {
  const { batch, height, width, channels } = sizeOf(images);
  const [column, row] = [inside(x, width, fillMode), inside(y, height, fillMode)];
  const first = reshape(multiply(arange(batch), height * width), { newshape: [batch, 1, 1] });
  const place = add(first, add(multiply(row, width), column));
  const found = take(reshape(images, { newshape: [-1, channels] }), place, { axis: 0 });
  if (fillMode !== 'constant') return found;
  const isWithin = (at: Tensor, size: number): Tensor => logicalAnd(greaterEqual(at, 0), less(at, size));
  const isInside = logicalAnd(isWithin(x, width), isWithin(y, height));
  return where(reshape(isInside, { newshape: [...isInside.shape, 1] }), found, fillValue);
}

/** Whole places, brought into an axis. */
function inside(x: Tensor, size: number, fillMode: SampleAtOptions['fillMode']): Tensor {
  const folded = {
    constant: () => x,
    nearest: () => x,
    wrap: () => mod(x, size),
    // Mirrored at the outermost pixels, or behind them.
    mirror: () => triangle(x, Math.max(size - 1, 1)),
    reflect: () => subtract(triangle(add(x, 0.5), size), 0.5),
  }[fillMode]();
  return cast(clip(folded, { xMin: 0, xMax: size - 1 }), { dtype: 'int32' });
}

/** `x` from 0 to `length`, then back, and so on. */
function triangle(x: Tensor, length: number): Tensor {
  return subtract(length, absolute(subtract(mod(x, 2 * length), length)));
}
