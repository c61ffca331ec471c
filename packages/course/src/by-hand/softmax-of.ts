/** Shares that add up to 1: `sᵢ = e^(xᵢ) / Σⱼ e^(xⱼ)`, in double precision. */
export function softmaxOf(x: readonly number[]): number[] {
  // A number that is added to all of them changes nothing, and e^0 never overflows.
  const largest = Math.max(...x);
  const powers = x.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** How each share changes with each number: row `i`, column `j` is `∂sᵢ/∂xⱼ = sᵢ · ([i = j] - sⱼ)`. */
export function softmaxSlopes(x: readonly number[]): number[][] {
  const shares = softmaxOf(x);
  return shares.map((share, i) => shares.map((other, j) => share * (Number(i === j) - other)));
}
