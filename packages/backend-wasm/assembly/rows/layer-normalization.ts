// y = (x - mean) / √(variance + ε) · gamma + beta over rows of `count` floats, for the rows from `first` up to `last`.
// `gamma` and `beta` are 0 where there are none. `statistics` [rows, 2] keeps mean and 1 / √(variance + ε).
import { laneMask, loadLanes, storeLanes } from '../partial';
import { bytes, multiplyAdd, total } from '../simd';
import { BLOCK, rowSum } from './row';

export function layerNormalization(
  x: usize,
  gamma: usize,
  beta: usize,
  first: i32,
  last: i32,
  count: i32,
  epsilon: f32,
  y: usize,
  statistics: usize,
): void {
  const row = bytes(count);
  const whole = bytes(count & ~3);
  const left = count & 3;
  for (let r = first; r < last; r++) {
    const from = x + row * r;
    const to = y + row * r;
    const mean = <f32>(rowSum(from, count) / count);
    const scale = <f32>(1 / sqrt<f64>(squaredDistances(from, count, mean) / count + epsilon));
    store<f32>(statistics + bytes(2 * r), mean);
    store<f32>(statistics + bytes(2 * r), scale, 4);
    const means = f32x4.splat(mean);
    const scales = f32x4.splat(scale);
    for (let j: usize = 0; j < whole; j += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(from + j), means), scales);
      storeAffine(normal, gamma, beta, j, to, 4);
    }
    if (left) {
      const normal = f32x4.mul(f32x4.sub(loadLanes(from + whole, left), means), scales);
      storeAffine(normal, gamma, beta, whole, to, left);
    }
  }
}

// @inline
function storeAffine(normal: v128, gamma: usize, beta: usize, j: usize, y: usize, left: i32): void {
  let value = normal;
  if (gamma) value = f32x4.mul(value, loadLanes(gamma + j, left));
  if (beta) value = f32x4.add(value, loadLanes(beta + j, left));
  storeLanes(y + j, value, left);
}

// Σ (x - mean)²
function squaredDistances(x: usize, count: i32, mean: f32): f64 {
  const means = f32x4.splat(mean);
  let sum: f64 = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const size = min(BLOCK, count - from);
    let part = f32x4.splat(0);
    for (const end = x + bytes(size & ~3); x < end; x += 16) {
      const distance = f32x4.sub(v128.load(x), means);
      part = multiplyAdd(distance, distance, part);
    }
    const left = size & 3;
    if (left) {
      const distance = v128.and(f32x4.sub(loadLanes(x, left), means), laneMask(left));
      part = multiplyAdd(distance, distance, part);
    }
    sum += total(part);
  }
  return sum;
}

// dx from dy; those of gamma and beta come from `layerProducts`.
export function layerNormalizationGradient(
  x: usize,
  gamma: usize,
  statistics: usize,
  dy: usize,
  first: i32,
  last: i32,
  count: i32,
  dx: usize,
): void {
  const row = bytes(count);
  const whole = bytes(count & ~3);
  const left = count & 3;
  for (let r = first; r < last; r++) {
    const from = x + row * r;
    const upper = dy + row * r;
    const to = dx + row * r;
    const mean = v128.load32_splat(statistics + bytes(2 * r));
    const scale = v128.load32_splat(statistics + bytes(2 * r), 4);
    let sum = f32x4.splat(0);
    let product = sum;
    for (let j: usize = 0; j < whole; j += 16) {
      const gradient = scaledGradient(upper, gamma, j, 4);
      const normal = f32x4.mul(f32x4.sub(v128.load(from + j), mean), scale);
      sum = f32x4.add(sum, gradient);
      product = multiplyAdd(gradient, normal, product);
    }
    if (left) {
      const gradient = v128.and(scaledGradient(upper, gamma, whole, left), laneMask(left));
      const normal = f32x4.mul(f32x4.sub(loadLanes(from + whole, left), mean), scale);
      sum = f32x4.add(sum, gradient);
      product = multiplyAdd(gradient, normal, product);
    }
    const meanGradient = f32x4.splat(total(sum) / <f32>count);
    const meanProduct = f32x4.splat(total(product) / <f32>count);
    for (let j: usize = 0; j < whole; j += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(from + j), mean), scale);
      const rest = f32x4.sub(scaledGradient(upper, gamma, j, 4), meanGradient);
      v128.store(to + j, f32x4.mul(f32x4.sub(rest, f32x4.mul(normal, meanProduct)), scale));
    }
    if (left) {
      const normal = f32x4.mul(f32x4.sub(loadLanes(from + whole, left), mean), scale);
      const rest = f32x4.sub(scaledGradient(upper, gamma, whole, left), meanGradient);
      storeLanes(to + whole, f32x4.mul(f32x4.sub(rest, f32x4.mul(normal, meanProduct)), scale), left);
    }
  }
}

// dy · gamma
// @inline
function scaledGradient(dy: usize, gamma: usize, j: usize, left: i32): v128 {
  const gradient = loadLanes(dy + j, left);
  return gamma ? f32x4.mul(gradient, loadLanes(gamma + j, left)) : gradient;
}
