import { NdArray } from '@myelin/core';

/**
 * Numbers from -4 to 4 without pattern, at distances of 1/12 from each other and of at least 1/30 from zero, so that
 * differences of 1/128 cross no kink of a maximum or a rectifier.
 */
export function exampleArray(shape: readonly number[], seed: number): NdArray {
  const size = shape.reduce((product, axis) => product * axis, 1);
  const number = (i: number): number => (((i + seed) * 37) % 97) / 12 - 4 + 0.05;
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => number(i)),
    shape,
  );
}

/** Whole numbers from 0 up to `below`, without pattern. */
export function exampleIndices(shape: readonly number[], below: number, seed: number): NdArray {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Int32Array.from({ length: size }, (_, i) => ((i + seed) * 37) % below),
    shape,
  );
}

/** A mask `[batch, steps]` for inputs of a shape: it leaves every third step out, in each example others. */
export function exampleMask([batch = 1, steps = 1]: readonly number[]): NdArray {
  const counts = (i: number): number => Number((Math.floor(i / steps) + (i % steps)) % 3 !== 1);
  return new NdArray(
    Uint8Array.from({ length: batch * steps }, (_, i) => counts(i)),
    [batch, steps],
    'bool',
  );
}

/** Weights from -1/2 to 1/2; `positive` ones, for what stands for a variance, from 1/2 to 1. */
export function exampleWeight(shape: readonly number[], seed: number, positive: boolean): NdArray {
  const { data } = exampleArray(shape, seed);
  const values = Float32Array.from(data as Float32Array, (x) => (positive ? 0.5 + Math.abs(x) / 8 : x / 8));
  return new NdArray(values, shape);
}

/** One example of a batch, as a batch of one. */
export function exampleOf(batch: NdArray, index: number): NdArray {
  const [count = 1, ...rest] = batch.shape;
  const length = batch.size / count;
  const data = (batch.data as Float32Array).slice(index * length, (index + 1) * length);
  return new NdArray(data, [1, ...rest], batch.dtype);
}
