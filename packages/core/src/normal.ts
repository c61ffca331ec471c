const { fround } = Math;

/** A float32 number and its bits. */
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The first number is the highest power's. */
const logarithm = [
  ...[-0.131919414, 0.139617473, -0.121150501, 0.140110761, -0.166854724, 0.200100332],
  ...[-0.249996886, 0.333332241, -0.5],
].map(fround);
const sine = [-0.00468860613, 0.0797134042, -0.645966709, 1.57079637].map(fround);
const cosine = [0.000893557619, -0.0208552517, 0.253668517, -1.23370051, 1].map(fround);
/** ln 2 = high + low; the product of high and a small whole number is exact. */
const ln2 = { high: fround(0.693359375), low: fround(-2.1219444e-4) };

const twoThirds = 0x3f2aaaab;
const exponent = 0xff800000;
const quarterTurn = 2 ** 22;

/**
 * Writes two independent numbers of the standard normal distribution, made of two numbers of 32 random bits, from a
 * place on, as far as there is room: `√(-2 ln u₁) cos 2πu₂` and `√(-2 ln u₁) sin 2πu₂`.
 *
 * Every operation is rounded to float32 by itself, so that a program in WebAssembly that makes the same steps gets the
 * same bits.
 *
 * @see Box and Muller, "A note on the generation of random normal deviates", 1958.
 */
export function writeNormalPair(values: Float32Array, place: number, first: number, second: number): void {
  const u = fround((0x1000000 - (first >>> 8)) * 2 ** -24);
  const radius = fround(Math.sqrt(fround(-2 * log(u))));
  const turn = second >>> 8;
  const quarter = (turn + quarterTurn / 2) >> 22;
  const f = fround((turn - quarter * quarterTurn) / quarterTurn);
  const square = fround(f * f);
  const s = fround(polynomial(sine, square) * f);
  const c = polynomial(cosine, square);
  const isOdd = (quarter & 1) === 1;
  const x = isOdd ? s : c;
  const y = isOdd ? c : s;
  values[place] = radius * (((quarter >> 1) ^ quarter) & 1 ? -x : x);
  if (place + 1 < values.length) values[place + 1] = radius * (quarter & 2 ? -y : y);
}

/** ln v for v of at least 2^-24: v = 2^n (1 + m) with m between -1/3 and 1/3. */
function log(v: number): number {
  float[0] = v;
  const above = (bits[0] ?? 0) - twoThirds;
  bits[0] = (bits[0] ?? 0) - (above & exponent);
  const m = fround(float[0] - 1);
  const rest = fround(fround(fround(m * m) * polynomial(logarithm, m)) + m);
  const n = above >> 23;
  return fround(fround(n * ln2.high) + fround(fround(n * ln2.low) + rest));
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = coefficients[0] ?? 0;
  for (let i = 1; i < coefficients.length; i++) sum = fround(fround(sum * x) + (coefficients[i] ?? 0));
  return sum;
}
