import type { NdArray } from '@myelin/core';
import type { Examples } from '@myelin/datasets';

/**
 * How surprising images of black and white pixels are to somebody who knows, for each class, how often each pixel is
 * black: `-log Σ_c p(c) Π_i p(x_i | c)`, the mean over the images, in nats.
 *
 * The chances are counted among the training images, `(black + 1) / (images + 2)`. Who does better than this knows
 * something of how pixels hang together within a class.
 *
 * `train.x [n, pixels]` of 0 and 1 with class numbers `train.y [n]`, `images [m, pixels]`.
 *
 * @example
 * ```ts
 * const train = { x: NdArray.from([[1, 0], [0, 1]]), y: NdArray.from([0, 1]) };
 * classSurprise(train, NdArray.from([[1, 0]])); // 1.2809, -log(½ · ⅔ · ⅔ + ½ · ⅓ · ⅓)
 * ```
 */
export function classSurprise(train: Examples, images: NdArray): number {
  const pixels = train.x.shape[1] ?? 1;
  const labels = Array.from(train.y.data, Number);
  const classes = Math.max(...labels) + 1;
  const counts = new Float64Array(classes);
  const black = new Float64Array(classes * pixels);
  const seen = train.x.data as Float32Array;
  labels.forEach((label, i) => {
    counts[label] = (counts[label] ?? 0) + 1;
    for (let j = 0; j < pixels; j++) {
      const at = label * pixels + j;
      black[at] = (black[at] ?? 0) + (seen[i * pixels + j] ?? 0);
    }
  });
  const chance = (label: number, j: number): number =>
    ((black[label * pixels + j] ?? 0) + 1) / ((counts[label] ?? 0) + 2);
  const logChances = Array.from({ length: classes }, (_, label) =>
    Array.from({ length: pixels }, (__, j) => [Math.log(1 - chance(label, j)), Math.log(chance(label, j))]),
  );
  const values = images.data as Float32Array;
  const rows = images.shape[0] ?? 0;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const logs = logChances.map((ofPixel, label) =>
      ofPixel.reduce(
        (sum, [white = 0, dark = 0], j) => sum + (values[i * pixels + j] === 1 ? dark : white),
        Math.log((counts[label] ?? 0) / labels.length),
      ),
    );
    const most = Math.max(...logs);
    total -= most + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - most), 0));
  }
  return total / rows;
}
