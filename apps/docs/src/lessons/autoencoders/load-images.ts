import { NdArray } from '@myelin/core';
import { digits } from '@myelin/datasets';

/** Digits as vectors of 784 pixels from 0, paper, to 1, ink. */
export async function loadImages(): Promise<{ train: NdArray; test: NdArray; testLabels: Uint8Array }> {
  const { train, test } = await digits();
  return { train: toInk(train.x), test: toInk(test.x), testLabels: test.y.data as Uint8Array };
}

/** Bytes of any shape as vectors of 784. */
export function toInk(images: NdArray): NdArray {
  const ink = Float32Array.from(images.data as Uint8Array, (value) => value / 255);
  return new NdArray(ink, [ink.length / 784, 784]);
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
