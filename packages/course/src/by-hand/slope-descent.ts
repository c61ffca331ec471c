/** Points on a line through the origin: `z = slope · x`. */
export interface LinePoints {
  readonly x: readonly number[];
  readonly slope: number;
}

/** The points of the lesson on gradient descent: `z = 2x`. */
export const linePoints: LinePoints = { x: [-2, -1, 0, 1, 2], slope: 2 };

/**
 * How strongly the mean squared error bends over the slope: `c = 2 · mean(x²)`.
 *
 * The error of a slope `w` is `E(w) = c/2 · (w - slope)²`, and it rises by `dE/dw = c · (w - slope)`.
 */
export function curvature({ x }: LinePoints): number {
  return (2 * x.reduce((sum, value) => sum + value * value, 0)) / x.length;
}

/** Where gradient descent stands after `step` steps: `w = slope + (1 - learningRate · c)^step · (start - slope)`. */
export function slopeAfter(
  points: LinePoints,
  {
    start,
    learningRate,
    step,
  }: { readonly start: number; readonly learningRate: number; readonly step: number },
): number {
  const factor = 1 - learningRate * curvature(points);
  return points.slope + factor ** step * (start - points.slope);
}
