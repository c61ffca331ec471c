// Running sums and products over the middle axis of x [outer, count, inner], of floats and of int32. `exclusive` leaves
// each number out of its own result, `reverse` goes from the end.
import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';

@unmanaged
@final
class Plus {
  start(): v128 {
    return f32x4.splat(0);
  }
  lanes(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}

@unmanaged
@final
class Times {
  start(): v128 {
    return f32x4.splat(1);
  }
  lanes(a: v128, b: v128): v128 {
    return f32x4.mul(a, b);
  }
}

@unmanaged
@final
class PlusInt {
  start(): v128 {
    return i32x4.splat(0);
  }
  lanes(a: v128, b: v128): v128 {
    return i32x4.add(a, b);
  }
}

@unmanaged
@final
class TimesInt {
  start(): v128 {
    return i32x4.splat(1);
  }
  lanes(a: v128, b: v128): v128 {
    return i32x4.mul(a, b);
  }
}

export function runningSum(
  x: usize,
  outer: i32,
  count: i32,
  inner: i32,
  exclusive: bool,
  reverse: bool,
  y: usize,
): void {
  scan<Plus>(x, outer, count, inner, exclusive, reverse, y);
}

export function runningProduct(
  x: usize,
  outer: i32,
  count: i32,
  inner: i32,
  exclusive: bool,
  reverse: bool,
  y: usize,
): void {
  scan<Times>(x, outer, count, inner, exclusive, reverse, y);
}

export function runningSumInt(
  x: usize,
  outer: i32,
  count: i32,
  inner: i32,
  exclusive: bool,
  reverse: bool,
  y: usize,
): void {
  scan<PlusInt>(x, outer, count, inner, exclusive, reverse, y);
}

export function runningProductInt(
  x: usize,
  outer: i32,
  count: i32,
  inner: i32,
  exclusive: bool,
  reverse: bool,
  y: usize,
): void {
  scan<TimesInt>(x, outer, count, inner, exclusive, reverse, y);
}

function scan<C>(
  x: usize,
  outer: i32,
  count: i32,
  inner: i32,
  exclusive: bool,
  reverse: bool,
  y: usize,
): void {
  const combine = changetype<C>(<usize>0);
  const row = bytes(inner);
  for (let o = 0; o < outer; o++) {
    let at = row * (o * count + (reverse ? count - 1 : 0));
    for (let k = 0; k < count; k++) {
      const before = reverse ? at + row : at - row;
      for (let left = inner, j: usize = 0; left > 0; left -= 4, j += 16) {
        let sum = combine.start();
        if (k > 0)
          sum = combine.lanes(
            loadLanes(y + before + j, left),
            loadLanes(x + (exclusive ? before : at) + j, left),
          );
        else if (!exclusive) sum = loadLanes(x + at + j, left);
        storeLanes(y + at + j, sum, left);
      }
      at = reverse ? at - row : at + row;
    }
  }
}
