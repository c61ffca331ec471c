import { NdArray } from '@myelin/core';
import { inflateBase64 } from '../files/inflate-base64.js';
import type { TrainTest } from './examples.js';

const count = 10_000;
const testCount = 1_000;

/**
 * 10,000 handwritten digits, grey images of 28x28 pixels: 9,000 to learn from and 1,000, 100 of each digit, to test on.
 *
 * They come with the package, so nothing is downloaded. All are training images of MNIST: `mnist` has the others, and
 * its test images stay unseen by whoever trains on these.
 *
 * `x [n, 28, 28]`, uint8 from 0 (paper) to 255 (ink); `y [n]`, uint8 from 0 to 9; in a fixed order. The training
 * digits begin with those classes that had enough to test on first: shuffle before taking a part of them.
 *
 * @example
 * ```ts
 * const { train, test } = await digits();
 * train.x.shape; // [9000, 28, 28]
 * test.y.shape;  // [1000]
 * ```
 */
export async function digits(): Promise<TrainTest> {
  const { deflated } = await import('../embedded/digits-data.js');
  const bytes = await inflateBase64(deflated);
  const x = new NdArray(bytes.subarray(count), [count, 28, 28]);
  const y = new NdArray(bytes.subarray(0, count));
  const part = (start: number, end: number): { x: NdArray; y: NdArray } => ({
    x: x.rows(start, end),
    y: y.rows(start, end),
  });
  return { train: part(0, count - testCount), test: part(count - testCount, count) };
}
