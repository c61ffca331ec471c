import type { NdArray } from '@myelin/core';

/**
 * The negative log-likelihood, in nats a point, of who knows nothing of the pen's way: one Gaussian in the plane for all
 * offsets and the shares of the pen's three states, fitted to `train` and measured on `test`.
 *
 * Truths `[n, length, 5]` as of `encodeLetters`; points of three zeros for the pen do not count.
 */
export function gaussianBaseline(train: NdArray, test: NdArray): number {
  const known = pointsOf(train);
  const mean = (of: (point: Point) => number): number =>
    known.reduce((sum, point) => sum + of(point), 0) / known.length;
  const [meanX, meanY] = [mean(({ dx }) => dx), mean(({ dy }) => dy)];
  const xx = mean(({ dx }) => (dx - meanX) ** 2);
  const yy = mean(({ dy }) => (dy - meanY) ** 2);
  const xy = mean(({ dx, dy }) => (dx - meanX) * (dy - meanY));
  const determinant = xx * yy - xy ** 2;
  const shares = [0, 1, 2].map((state) => mean(({ pen }) => Number(pen === state)));
  const surprise = ({ dx, dy, pen }: Point): number => {
    const [x, y] = [dx - meanX, dy - meanY];
    const distance = (yy * x ** 2 - 2 * xy * x * y + xx * y ** 2) / determinant;
    return Math.log(2 * Math.PI) + 0.5 * Math.log(determinant) + 0.5 * distance - Math.log(shares[pen] ?? 0);
  };
  const points = pointsOf(test);
  return points.reduce((sum, point) => sum + surprise(point), 0) / points.length;
}

interface Point {
  readonly dx: number;
  readonly dy: number;
  readonly pen: number;
}

function pointsOf(truth: NdArray): Point[] {
  const values = truth.data as Float32Array;
  return Array.from({ length: values.length / 5 }, (_, i) => values.subarray(5 * i, 5 * i + 5)).flatMap(
    ([dx = 0, dy = 0, ...states]) => {
      const pen = states.indexOf(1);
      return pen < 0 ? [] : [{ dx, dy, pen }];
    },
  );
}
