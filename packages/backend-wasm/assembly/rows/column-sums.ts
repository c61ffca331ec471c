// Two sums over the rows of [count, inner] for each column, in blocks of rows that threads share out: partials
// [rowBlocks(count), 2, inner]. Their sum over the blocks is that of the columns of [rowBlocks(count), 2 · inner].
import { loadLanes, storeLanes } from '../partial';
import { bytes, multiplyAdd } from '../simd';

const BLOCK: i32 = 128;

export function rowBlocks(count: i32): i32 {
  return (count + BLOCK - 1) / BLOCK;
}

// Σ (x - x₀) and Σ (x - x₀)² where x₀ is the first row, so that numbers far from 0 lose nothing.
export function columnMoments(
  x: usize,
  count: i32,
  inner: i32,
  first: i32,
  last: i32,
  partials: usize,
): void {
  const row = bytes(inner);
  for (let block = first; block < last; block++) {
    const sums = partials + 2 * row * block;
    memory.fill(sums, 0, 2 * row);
    const from = block * BLOCK;
    let p = x + row * from;
    for (let left = min(BLOCK, count - from); left > 0; left--, p += row) addMoments(p, x, inner, sums);
  }
}

function addMoments(x: usize, origin: usize, inner: i32, sums: usize): void {
  const products = sums + bytes(inner);
  const whole = bytes(inner & ~3);
  for (let j: usize = 0; j < whole; j += 16) addMoment(x + j, origin + j, sums + j, products + j, 4);
  if (inner & 3) addMoment(x + whole, origin + whole, sums + whole, products + whole, inner & 3);
}

// @inline
function addMoment(x: usize, origin: usize, sums: usize, products: usize, left: i32): void {
  const value = f32x4.sub(loadLanes(x, left), loadLanes(origin, left));
  storeLanes(sums, f32x4.add(loadLanes(sums, left), value), left);
  storeLanes(products, multiplyAdd(value, value, loadLanes(products, left)), left);
}

// Σ dy and Σ dy · (x - mean)
export function columnProducts(
  dy: usize,
  x: usize,
  mean: usize,
  count: i32,
  inner: i32,
  first: i32,
  last: i32,
  partials: usize,
): void {
  const row = bytes(inner);
  for (let block = first; block < last; block++) {
    const sums = partials + 2 * row * block;
    memory.fill(sums, 0, 2 * row);
    const from = block * BLOCK;
    const end = row * min(from + BLOCK, count);
    for (let at = row * from; at < end; at += row) addProducts(dy + at, x + at, mean, inner, sums);
  }
}

function addProducts(dy: usize, x: usize, mean: usize, inner: i32, sums: usize): void {
  const products = sums + bytes(inner);
  const whole = bytes(inner & ~3);
  for (let j: usize = 0; j < whole; j += 16) {
    const distance = f32x4.sub(v128.load(x + j), v128.load(mean + j));
    addProduct(dy + j, distance, sums + j, products + j, 4);
  }
  const left = inner & 3;
  if (left) {
    const distance = f32x4.sub(loadLanes(x + whole, left), loadLanes(mean + whole, left));
    addProduct(dy + whole, distance, sums + whole, products + whole, left);
  }
}

// @inline
function addProduct(dy: usize, distance: v128, sums: usize, products: usize, left: i32): void {
  const gradient = loadLanes(dy, left);
  storeLanes(sums, f32x4.add(loadLanes(sums, left), gradient), left);
  storeLanes(products, multiplyAdd(gradient, distance, loadLanes(products, left)), left);
}

// Σ dy and Σ dy · (x - mean) · scale with `statistics` [count, 2] of each row: gradients of the beta and the gamma of
// a layer normalization.
export function layerProducts(
  dy: usize,
  x: usize,
  statistics: usize,
  count: i32,
  inner: i32,
  first: i32,
  last: i32,
  partials: usize,
): void {
  const row = bytes(inner);
  for (let block = first; block < last; block++) {
    const sums = partials + 2 * row * block;
    memory.fill(sums, 0, 2 * row);
    const from = block * BLOCK;
    const to = min(from + BLOCK, count);
    for (let r = from; r < to; r++) {
      addNormalProducts(dy + row * r, x + row * r, statistics + bytes(2 * r), inner, sums);
    }
  }
}

function addNormalProducts(dy: usize, x: usize, statistics: usize, inner: i32, sums: usize): void {
  const products = sums + bytes(inner);
  const mean = v128.load32_splat(statistics);
  const scale = v128.load32_splat(statistics, 4);
  const whole = bytes(inner & ~3);
  for (let j: usize = 0; j < whole; j += 16) {
    const normal = f32x4.mul(f32x4.sub(v128.load(x + j), mean), scale);
    addProduct(dy + j, normal, sums + j, products + j, 4);
  }
  const left = inner & 3;
  if (left) {
    const normal = f32x4.mul(f32x4.sub(loadLanes(x + whole, left), mean), scale);
    addProduct(dy + whole, normal, sums + whole, products + whole, left);
  }
}
