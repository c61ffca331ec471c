import { NdArray, nextSeed, permutation } from '@myelin/core';

/** Inputs and labels, row by row. */
export interface Examples {
  readonly x: NdArray;
  readonly y: NdArray;
}

/** The same examples in a random order, which `setSeed` makes repeatable; float32. */
export function shuffleRows({ x, y }: Examples): Examples {
  const order = permutation({ seed: nextSeed(), offset: 0 }, x.shape[0] ?? 0);
  return { x: gather(x, order), y: gather(y, order) };
}

function gather(array: NdArray, order: Uint32Array): NdArray {
  const source = array.cast('float32').data as Float32Array;
  const width = source.length / order.length;
  const target = new Float32Array(source.length);
  order.forEach((row, i) => {
    target.set(source.subarray(row * width, (row + 1) * width), i * width);
  });
  return new NdArray(target, array.shape);
}
