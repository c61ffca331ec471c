// Normalization of the columns of x [rows, inner]: y = (x - mean) / √(variance + ε) · gamma + beta. `gamma` and `beta`
// are 0 where there are none.
import { loadLanes, storeLanes } from '../partial';
import { bytes, multiplyAdd } from '../simd';

// Mean and variance of the columns from the totals of `columnMoments`.
export function momentsOf(
  totals: usize,
  x: usize,
  count: i32,
  inner: i32,
  mean: usize,
  variance: usize,
): void {
  const counts = f32x4.splat(<f32>count);
  const squares = totals + bytes(inner);
  for (let left = inner, j: usize = 0; left > 0; left -= 4, j += 16) {
    const distance = f32x4.div(loadLanes(totals + j, left), counts);
    const square = f32x4.div(loadLanes(squares + j, left), counts);
    storeLanes(mean + j, f32x4.add(loadLanes(x + j, left), distance), left);
    const value = f32x4.sub(square, f32x4.mul(distance, distance));
    storeLanes(variance + j, f32x4.max(value, f32x4.splat(0)), left);
  }
}

// coefficients [2, inner] of y = x · a + b
export function normalizationCoefficients(
  mean: usize,
  variance: usize,
  gamma: usize,
  beta: usize,
  inner: i32,
  epsilon: f32,
  coefficients: usize,
): void {
  const shifts = coefficients + bytes(inner);
  for (let left = inner, j: usize = 0; left > 0; left -= 4, j += 16) {
    let scale = inverseDeviation(loadLanes(variance + j, left), epsilon);
    if (gamma) scale = f32x4.mul(scale, loadLanes(gamma + j, left));
    const moved = f32x4.mul(loadLanes(mean + j, left), scale);
    storeLanes(coefficients + j, scale, left);
    storeLanes(shifts + j, f32x4.sub(beta ? loadLanes(beta + j, left) : f32x4.splat(0), moved), left);
  }
}

function inverseDeviation(variance: v128, epsilon: f32): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon))));
}

// y = x · a + b for the rows from `first` up to `last`
export function normalizeRows(
  x: usize,
  coefficients: usize,
  inner: i32,
  first: i32,
  last: i32,
  y: usize,
): void {
  const row = bytes(inner);
  const shifts = coefficients + row;
  const whole = bytes(inner & ~3);
  const left = inner & 3;
  for (let r = first; r < last; r++) {
    const from = x + row * r;
    const to = y + row * r;
    for (let j: usize = 0; j < whole; j += 16) normalize(from + j, coefficients + j, shifts + j, to + j, 4);
    if (left) normalize(from + whole, coefficients + whole, shifts + whole, to + whole, left);
  }
}

// @inline
function normalize(x: usize, scale: usize, shift: usize, y: usize, left: i32): void {
  storeLanes(y, multiplyAdd(loadLanes(x, left), loadLanes(scale, left), loadLanes(shift, left)), left);
}

// The gradients of gamma and beta, and coefficients [3, inner] of dx = dy · a + x · b + c, from the totals of
// `columnProducts`. `dGamma` and `dBeta` are 0 where they are not wanted.
export function normalizationGradientCoefficients(
  totals: usize,
  mean: usize,
  variance: usize,
  gamma: usize,
  count: i32,
  inner: i32,
  epsilon: f32,
  dGamma: usize,
  dBeta: usize,
  coefficients: usize,
): void {
  const row = bytes(inner);
  const counts = f32x4.splat(<f32>count);
  for (let left = inner, j: usize = 0; left > 0; left -= 4, j += 16) {
    const scale = inverseDeviation(loadLanes(variance + j, left), epsilon);
    const beta = loadLanes(totals + j, left);
    const normalProduct = f32x4.mul(loadLanes(totals + row + j, left), scale);
    if (dBeta) storeLanes(dBeta + j, beta, left);
    if (dGamma) storeLanes(dGamma + j, normalProduct, left);
    const a = gamma ? f32x4.mul(scale, loadLanes(gamma + j, left)) : scale;
    const b = f32x4.neg(f32x4.div(f32x4.mul(f32x4.mul(a, scale), normalProduct), counts));
    const ofMean = f32x4.mul(b, loadLanes(mean + j, left));
    const c = f32x4.sub(f32x4.neg(f32x4.div(f32x4.mul(a, beta), counts)), ofMean);
    storeLanes(coefficients + j, a, left);
    storeLanes(coefficients + row + j, b, left);
    storeLanes(coefficients + 2 * row + j, c, left);
  }
}

// dx = dy · a + x · b + c for the rows from `first` up to `last`
export function normalizeRowsGradient(
  dy: usize,
  x: usize,
  coefficients: usize,
  inner: i32,
  first: i32,
  last: i32,
  dx: usize,
): void {
  const row = bytes(inner);
  const whole = bytes(inner & ~3);
  const left = inner & 3;
  for (let at = row * first; at < row * last; at += row) {
    for (let j: usize = 0; j < whole; j += 16) {
      normalizeGradient(dy + at + j, x + at + j, coefficients + j, row, dx + at + j, 4);
    }
    const j = at + whole;
    if (left) normalizeGradient(dy + j, x + j, coefficients + whole, row, dx + j, left);
  }
}

// @inline
function normalizeGradient(dy: usize, x: usize, a: usize, row: usize, dx: usize, left: i32): void {
  const b = loadLanes(a + row, left);
  const c = loadLanes(a + 2 * row, left);
  const ofInput = multiplyAdd(loadLanes(x, left), b, c);
  storeLanes(dx, multiplyAdd(loadLanes(dy, left), loadLanes(a, left), ofInput), left);
}
