import { shapeSize, stridesOf } from '@myelin/core';
import {
  type Tensor,
  abs,
  add,
  cast,
  floor,
  gather,
  greaterEqual,
  less,
  logicalAnd,
  mod,
  mul,
  onesLike,
  reshape,
  round,
  scalar,
  sub,
  where,
} from '@tensorflow/tfjs-core';
import { clip } from '../../clip.js';
import { offTape } from '../../off-tape.js';

/**
 * What lies outside of a tensor: one value (`constant`), its border (`nearest`), the tensor again (`wrap`), or its mirror
 * image, which begins with the border (`reflect`) or beside it (`mirror`).
 */
export type MapFillMode = 'constant' | 'nearest' | 'wrap' | 'mirror' | 'reflect';

/** A whole place on an axis, and how much it counts. */
interface Place {
  readonly place: Tensor;
  readonly weight: Tensor;
}

/** The places around coordinates: the nearest one (0), or the one before and the one behind (1). */
export function placesAround(coordinates: Tensor, order: 0 | 1): Place[] {
  if (order === 0) {
    const place = offTape(() => cast(round(coordinates), 'int32'));
    return [{ place, weight: onesLike(coordinates) }];
  }
  const before = offTape(() => floor(coordinates));
  const share = sub(coordinates, before);
  const place = offTape(() => cast(before, 'int32'));
  return [
    { place, weight: sub(1, share) },
    { place: offTape(() => add(place, scalar(1, 'int32'))), weight: share },
  ];
}

export interface FillOptions {
  readonly fillMode: MapFillMode;
  readonly fillValue: number;
}

/**
 * The first axes of `x` at the places on each of them, which have shapes that broadcast against each other: `[...places, ...]`
 * with the other axes.
 */
export function interpolated(x: Tensor, axes: readonly (readonly Place[])[], fill: FillOptions): Tensor {
  const combinations = axes.reduce<readonly (readonly Place[])[]>(
    (found, places) => found.flatMap((before) => places.map((place) => [...before, place])),
    [[]],
  );
  return combinations.map((places) => weighted(x, places, fill)).reduce((a, b) => add(a, b));
}

function weighted(x: Tensor, places: readonly Place[], { fillMode, fillValue }: FillOptions): Tensor {
  const known = x.shape.slice(0, places.length);
  const others = x.shape.slice(places.length);
  const strides = stridesOf(known);
  const inRow = (y: Tensor): Tensor => reshape(y, [...y.shape, ...others.map(() => 1)]);
  const row = offTape(() =>
    places
      .map(({ place }, i) => mul(moved(place, known[i] ?? 1, fillMode), scalar(strides[i] ?? 1, 'int32')))
      .reduce((a, b) => add(a, b)),
  );
  const found = gather(reshape(x, [shapeSize(known), ...others]), row);
  const weight = places.map((one) => one.weight).reduce((a, b) => mul(a, b));
  if (fillMode !== 'constant') return mul(found, inRow(weight));
  const isInside = offTape(() =>
    places.map(({ place }, i) => within(place, known[i] ?? 1)).reduce((a, b) => logicalAnd(a, b)),
  );
  return mul(where(inRow(isInside), found, scalar(fillValue)), inRow(weight));
}

function within(place: Tensor, size: number): Tensor {
  return logicalAnd(greaterEqual(place, scalar(0, 'int32')), less(place, scalar(size, 'int32')));
}

/** A place inside of the tensor. Keras mirrors places before the start beside it in both modes. */
function moved(place: Tensor, size: number, mode: MapFillMode): Tensor {
  if (mode === 'constant' || mode === 'nearest') return clip(place, { xMin: 0, xMax: size - 1 });
  const whole = (value: number): Tensor => scalar(value, 'int32');
  if (mode === 'wrap') return mod(place, whole(size));
  const turned = mod(abs(place), whole(2 * size));
  const back = sub(whole(mode === 'reflect' ? 2 * size - 1 : 2 * size), turned);
  return clip(where(less(turned, whole(size)), turned, back), { xMin: 0, xMax: size - 1 });
}
