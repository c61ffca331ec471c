import { shapeSize, stridesOf } from '@myelin/core';

/** A tensor of the interpreter: float64 whatever its type in the program. */
export interface Buffer {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

export function makeBuffer(shape: readonly number[], fill?: (index: number) => number): Buffer {
  const data = new Float64Array(shapeSize(shape));
  if (fill !== undefined) for (let i = 0; i < data.length; i++) data[i] = fill(i);
  return { shape, data };
}

/** The index on every axis of one place in the flat data. */
export function unravel(index: number, shape: readonly number[]): number[] {
  const place = new Array<number>(shape.length).fill(0);
  for (let axis = shape.length - 1, rest = index; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    place[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  return place;
}

/** The place in the flat data; axes of size 1 are broadcast, missing leading axes too. */
export function broadcastOffset(place: readonly number[], shape: readonly number[]): number {
  const strides = stridesOf(shape);
  const skip = place.length - shape.length;
  return shape.reduce(
    (offset, size, axis) => offset + (size === 1 ? 0 : (place[axis + skip] ?? 0) * (strides[axis] ?? 1)),
    0,
  );
}

/** Reads elements by their place in a result to which the buffer is broadcast. */
export function broadcastReader(buffer: Buffer, shape: readonly number[]): (index: number) => number {
  const { shape: own, data } = buffer;
  if (data.length === 1) return () => at(buffer, 0);
  if (own.length === shape.length && own.every((size, axis) => size === shape[axis]))
    return (index) => at(buffer, index);
  return (index) => at(buffer, broadcastOffset(unravel(index, shape), own));
}

export function at({ data }: Buffer, index: number): number {
  return data[index] ?? 0;
}
