import type { Picture } from './convolve.js';

type Point = readonly [x: number, y: number];

const side = 28;
const penRadius = 1.2;

export type Drawn = 'seven' | 'four' | 'zero';

/** Digits as a pen would draw them, in pixels. */
const strokes: Readonly<Record<Drawn, readonly Point[]>> = {
  seven: [
    [7, 7],
    [20, 7],
    [12, 21],
  ],
  four: [
    [15, 6],
    [8, 16],
    [20, 16],
    [17, 16],
    [17, 10],
    [17, 22],
  ],
  zero: Array.from({ length: 33 }, (_, i): Point => {
    const angle = (i / 32) * 2 * Math.PI;
    return [13.5 + 5.5 * Math.sin(angle), 13.5 - 8 * Math.cos(angle)];
  }),
};

/** A digit, white on black: 1 in the middle of the pen, falling to 0 at its edge. */
export function drawDigit(digit: Drawn): Picture {
  const points = strokes[digit];
  return {
    height: side,
    width: side,
    values: Float32Array.from({ length: side * side }, (_, i) => {
      const here: Point = [i % side, Math.floor(i / side)];
      const distances = points.slice(1).map((end, j) => distanceTo(here, points[j] ?? end, end));
      return Math.min(1, Math.max(0, penRadius + 0.5 - Math.min(...distances)));
    }),
  };
}

function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX ** 2 + alongY ** 2;
  const share = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
  const near = Math.min(1, Math.max(0, share));
  return Math.hypot(x - fromX - near * alongX, y - fromY - near * alongY);
}
