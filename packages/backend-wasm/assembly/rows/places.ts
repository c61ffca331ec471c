// Where the largest and the smallest are: x [outer, count, inner] → y int32 [outer, inner]. The first of several; NaN
// is passed over, and a row of nothing else gives 0, as in TensorFlow.
import { bytes } from '../simd';

export function argMax(x: usize, outer: i32, count: i32, inner: i32, y: usize): void {
  places(x, outer, count, inner, 0, y);
}

export function argMin(x: usize, outer: i32, count: i32, inner: i32, y: usize): void {
  places(x, outer, count, inner, 0x80000000, y);
}

// `sign` turns the smallest into the largest.
function places(x: usize, outer: i32, count: i32, inner: i32, sign: i32, y: usize): void {
  const row = bytes(inner);
  const whole = bytes(inner & ~3);
  for (let o = 0; o < outer; o++) {
    if (inner == 1) store<i32>(y, placeInRow(x, count, sign));
    else {
      for (let j: usize = 0; j < whole; j += 16) v128.store(y + j, placesInColumns(x + j, count, row, sign));
      for (let j = whole; j < row; j += 4) store<i32>(y + j, placeInColumn(x + j, count, row, sign));
    }
    x += row * count;
    y += row;
  }
}

function placeInRow(x: usize, count: i32, sign: i32): i32 {
  if (count < 8) return placeInColumn(x, count, 4, sign);
  const whole = count & ~3;
  const signs = i32x4.splat(sign);
  const four = i32x4.splat(4);
  let best = f32x4.splat(-Infinity);
  let where = i32x4.splat(0x7fffffff);
  let index = i32x4(0, 1, 2, 3);
  for (let i = 0; i < whole; i += 4, x += 16) {
    const value = v128.xor(v128.load(x), signs);
    const isLarger = f32x4.gt(value, best);
    best = v128.bitselect(value, best, isLarger);
    where = v128.bitselect(index, where, isLarger);
    index = i32x4.add(index, four);
  }
  let result = firstOfLanes(best, where);
  for (let i = whole, most = bestOfLanes; i < count; i++, x += 4) {
    const value = signed(load<f32>(x), sign);
    if (value > most) {
      most = value;
      result = i;
    }
  }
  return result == 0x7fffffff ? 0 : result;
}

let bestOfLanes: f32 = 0;

// The place of the largest lane, the first of several; leaves its value in `bestOfLanes`.
function firstOfLanes(best: v128, where: v128): i32 {
  bestOfLanes = f32x4.extract_lane(best, 0);
  let place = i32x4.extract_lane(where, 0);
  place = better(f32x4.extract_lane(best, 1), i32x4.extract_lane(where, 1), place);
  place = better(f32x4.extract_lane(best, 2), i32x4.extract_lane(where, 2), place);
  return better(f32x4.extract_lane(best, 3), i32x4.extract_lane(where, 3), place);
}

function better(value: f32, where: i32, place: i32): i32 {
  if (value < bestOfLanes || (value == bestOfLanes && where > place)) return place;
  bestOfLanes = value;
  return where;
}

function placesInColumns(x: usize, count: i32, row: usize, sign: i32): v128 {
  const signs = i32x4.splat(sign);
  let best = f32x4.splat(-Infinity);
  let where = i32x4.splat(0);
  for (let k = 0; k < count; k++, x += row) {
    const value = v128.xor(v128.load(x), signs);
    const isLarger = f32x4.gt(value, best);
    best = v128.bitselect(value, best, isLarger);
    where = v128.bitselect(i32x4.splat(k), where, isLarger);
  }
  return where;
}

function placeInColumn(x: usize, count: i32, row: usize, sign: i32): i32 {
  let best: f32 = -Infinity;
  let where = 0;
  for (let k = 0; k < count; k++, x += row) {
    const value = signed(load<f32>(x), sign);
    if (value > best) {
      best = value;
      where = k;
    }
  }
  return where;
}

function signed(x: f32, sign: i32): f32 {
  return reinterpret<f32>(reinterpret<i32>(x) ^ sign);
}
