/**
 * The error function `erf(x) = 2 / √π · ∫₀ˣ e^(-t²) dt`, to about 1e-15.
 *
 * A series of positive terms near zero, Laplace's continued fraction of the complement further out.
 *
 * @see Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964, 7.1.6 and 7.1.14.
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const size = Math.abs(x);
  return Math.sign(x) * (size < 2.5 ? series(size) : size > 6 ? 1 : 1 - complement(size));
}

function series(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function complement(x: number): number {
  let fraction = x;
  for (let k = 60; k >= 1; k--) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
