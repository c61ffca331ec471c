/**
 * A place, each as likely as its weight, which need not add up to 1.
 *
 * @param draw uniform in [0, 1). Where rounding leaves it beyond all weights the largest is taken.
 */
export function drawIndex(weights: ArrayLike<number>, draw: number): number {
  const all = Array.from(weights);
  let rest = draw * all.reduce((sum, weight) => sum + weight, 0);
  const place = all.findIndex((weight) => (rest -= weight) < 0);
  return place === -1 ? all.indexOf(Math.max(...all)) : place;
}
