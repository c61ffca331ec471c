/** Functions in float64 that JavaScript does not have, right to about 1e-15. */

/** 1 - erf(x) for x of at least 2.5, by a continued fraction. */
function erfcFar(x: number): number {
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}

/** erf(x) for x from 0 to 2.5, by its power series. */
function erfNear(x: number): number {
  let sum = x;
  let power = x;
  for (let n = 1; n < 80; n++) {
    power *= (-x * x) / n;
    const term = power / (2 * n + 1);
    sum += term;
    if (Math.abs(term) < 1e-18 * Math.abs(sum)) break;
  }
  return (sum * 2) / Math.sqrt(Math.PI);
}

const NEAR = 2.5;

export function erf(x: number): number {
  const size = Math.abs(x);
  if (!(size >= NEAR)) return Math.sign(x) * erfNear(size);
  return Math.sign(x) * (1 - (size > 30 ? 0 : erfcFar(size)));
}

export function sigmoid(x: number): number {
  return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
}

export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
