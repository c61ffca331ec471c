import { NdArray } from '@myelin/core';
import { digits, scalePixels } from '@myelin/datasets';

/** Digits as vectors of 784 pixels from 0, paper, to 1, ink. */
export async function loadImages(): Promise<{ train: NdArray; test: NdArray; testLabels: Uint8Array }> {
  const { train, test } = await digits();
  return {
    train: scalePixels(train.x, [784]),
    test: scalePixels(test.x, [784]),
    testLabels: test.y.data as Uint8Array,
  };
}

/** Pixels of at least half the ink become 1, the others 0. */
export function toBlackAndWhite(images: NdArray): NdArray {
  return new NdArray(
    (images.data as Float32Array).map((ink) => Number(ink > 0.5)),
    images.shape,
  );
}

/** Rows of images under each other. */
export function stackRows(...rows: readonly NdArray[]): Float32Array {
  const all = new Float32Array(rows.reduce((size, { data }) => size + data.length, 0));
  let at = 0;
  for (const { data } of rows) {
    all.set(data as Float32Array, at);
    at += data.length;
  }
  return all;
}
