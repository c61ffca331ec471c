import { type RealSchur, type Square, blockAt, realSchur } from './real-schur.js';

/** Eigenvalues and, in columns, eigenvectors of length 1; real and imaginary parts apart. */
export interface Eigen {
  readonly values: readonly [real: Float64Array, imaginary: Float64Array];
  readonly vectors: readonly [real: Float64Array, imaginary: Float64Array];
  /** The row of the largest element of each vector. */
  readonly largest: readonly number[];
}

/** A complex number or, as arrays, a complex vector. */
interface Complex<T = number> {
  readonly re: T;
  readonly im: T;
}

interface Pair {
  readonly value: Complex;
  readonly vector: Complex<Float64Array>;
  readonly largest: number;
}

/** Where vectors grow beyond this they are made smaller, so that nothing overflows. */
const large = 1e100;

/**
 * Eigenvalues from the smallest real part to the largest, those with equal ones from the largest imaginary part to the
 * smallest; of each vector the largest element is real and positive. NaN where the matrix has elements that are not finite.
 *
 * @see LAPACK `dgeev`
 */
export function eigenOf(matrix: Square): Eigen {
  const { size } = matrix;
  const make = (length: number): [Float64Array, Float64Array] => [
    new Float64Array(length).fill(NaN),
    new Float64Array(length).fill(NaN),
  ];
  const [values, vectors] = [make(size), make(size * size)];
  if (!matrix.values.every(Number.isFinite)) return { values, vectors, largest: Array<number>(size).fill(0) };
  // Rounded, so that what differs by rounding alone counts as equal.
  const found = pairsOf(realSchur(matrix)).sort(
    (a, b) => Math.fround(a.value.re) - Math.fround(b.value.re) || b.value.im - a.value.im,
  );
  found.forEach(({ value, vector }, column) => {
    values[0][column] = value.re;
    values[1][column] = value.im;
    for (let row = 0; row < size; row++) {
      vectors[0][row * size + column] = vector.re[row] as number;
      vectors[1][row * size + column] = vector.im[row] as number;
    }
  });
  return { values, vectors, largest: found.map(({ largest }) => largest) };
}

function pairsOf(schur: RealSchur): Pair[] {
  const { t } = schur;
  const { size, values } = t;
  const pairs: Pair[] = [];
  for (let row = 0; row < size; row++) {
    if (row + 1 === size || values[(row + 1) * size + row] === 0) {
      const value = { re: values[row * (size + 1)] as number, im: 0 };
      pairs.push({ value, ...vectorOf(schur, value, row, [{ re: 1, im: 0 }]) });
      continue;
    }
    const { mean, half, discriminant, above } = blockAt(t, row);
    const value = { re: mean, im: Math.sqrt(-discriminant) };
    const { vector, largest } = vectorOf(schur, value, row, [
      { re: above, im: 0 },
      { re: -half, im: value.im },
    ]);
    const conjugate = { re: vector.re, im: vector.im.map((y) => -y) };
    pairs.push(
      { value, vector, largest },
      { value: { re: mean, im: -value.im }, vector: conjugate, largest },
    );
    row++;
  }
  return pairs;
}

/** The eigenvector of `a` to an eigenvalue of the block at `row`, whose own eigenvector is `start`. */
function vectorOf(
  { t, q }: RealSchur,
  value: Complex,
  row: number,
  start: readonly Complex[],
): Omit<Pair, 'value'> {
  const { size } = t;
  const x = { re: new Float64Array(size), im: new Float64Array(size) };
  start.forEach(({ re, im }, i) => {
    [x.re[row + i], x.im[row + i]] = [re, im];
  });
  substitute(t, value, row, row + start.length, x);
  return normalized({ re: times(q, x.re), im: times(q, x.im) }, value.im === 0);
}

/** Solves `(t - value) · x = 0` for the elements before `row`, from those from there to `end`; `end` is not included. */
function substitute(t: Square, value: Complex, row: number, end: number, x: Complex<Float64Array>): void {
  const { size, values } = t;
  const at = (i: number, j: number): number => values[i * size + j] as number;
  const smallest = Math.max(Number.MIN_VALUE, Number.EPSILON * largestOf({ re: values, im: values }).size);
  const known = (i: number, from: number): Complex => {
    let [re, im] = [0, 0];
    for (let j = from; j < end; j++) {
      re -= at(i, j) * (x.re[j] as number);
      im -= at(i, j) * (x.im[j] as number);
    }
    return { re, im };
  };
  const gap = (i: number): Complex => ({ re: at(i, i) - value.re, im: -value.im });
  const put = (i: number, { re, im }: Complex): void => {
    [x.re[i], x.im[i]] = [re, im];
  };
  for (let i = row - 1; i >= 0; i--) {
    if (i > 0 && at(i, i - 1) !== 0) {
      const [first, second] = solvedPair(
        [gap(i - 1), real(at(i - 1, i)), known(i - 1, i + 1)],
        [real(at(i, i - 1)), gap(i), known(i, i + 1)],
        smallest,
      );
      put(i - 1, first);
      put(i, second);
      i--;
    } else put(i, quotient(known(i, i + 1), away(gap(i), smallest)));
    shrink(x);
  }
}

/** One of two equations, `a · x + b · y = c`. */
type Equation = readonly [a: Complex, b: Complex, c: Complex];

/** The solution of two equations, of which that with the larger first factor is subtracted from the other. */
function solvedPair(one: Equation, other: Equation, smallest: number): [x: Complex, y: Complex] {
  if (Math.hypot(one[0].re, one[0].im) < Math.hypot(other[0].re, other[0].im))
    return solvedPair(other, one, smallest);
  const share = quotient(other[0], one[0]);
  const left = away(minus(other[1], product(share, one[1])), smallest);
  const y = quotient(minus(other[2], product(share, one[2])), left);
  return [quotient(minus(one[2], product(one[1], y)), one[0]), y];
}

/** Where eigenvalues are equal, divisors are zero: then almost zero, as in LAPACK. */
function away(z: Complex, smallest: number): Complex {
  return Math.hypot(z.re, z.im) < smallest ? { re: smallest, im: 0 } : z;
}

function shrink({ re, im }: Complex<Float64Array>): void {
  const most = largestOf({ re, im }).size;
  if (most < large) return;
  for (let i = 0; i < re.length; i++) {
    (re[i] as number) /= most;
    (im[i] as number) /= most;
  }
}

/** Of length 1, and turned so that the largest element is real and positive. */
function normalized({ re, im }: Complex<Float64Array>, isReal: boolean): Omit<Pair, 'value'> {
  const { place, size } = largestOf({ re, im });
  const length = size * Math.hypot(...re.map((x) => x / size), ...im.map((x) => x / size));
  const [cosine, sine] = [(re[place] as number) / size, (im[place] as number) / size];
  const vector = {
    re: re.map((x, i) => (x * cosine + (im[i] as number) * sine) / length),
    im: im.map((y, i) => (isReal ? 0 : (y * cosine - (re[i] as number) * sine) / length)),
  };
  vector.im[place] = 0;
  return { vector, largest: place };
}

/** The first of those that are largest but for rounding: a conjugate vector has the same. */
function largestOf({ re, im }: Complex<Float64Array>): { place: number; size: number } {
  const sizes = re.map((x, i) => Math.hypot(x, im[i] as number));
  const most = sizes.reduce((a, b) => Math.max(a, b), 0);
  const place = sizes.findIndex((size) => size >= most * (1 - 1e-4));
  return { place, size: sizes[place] as number };
}

function times({ size, values }: Square, x: Float64Array): Float64Array {
  return x.map((_, row) =>
    x.reduce((sum, value, column) => sum + (values[row * size + column] as number) * value, 0),
  );
}

function real(re: number): Complex {
  return { re, im: 0 };
}

function product(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

function minus(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

function quotient(a: Complex, b: Complex): Complex {
  const size = Math.hypot(b.re, b.im);
  const [re, im] = [b.re / size, b.im / size];
  const { re: x, im: y } = product(a, { re, im: -im });
  return { re: x / size, im: y / size };
}
