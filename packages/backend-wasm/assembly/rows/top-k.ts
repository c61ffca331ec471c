// The `k` largest of each row of `count` numbers and their places, the largest first; of equal ones the first place
// comes first. NaN is larger than everything. For the rows from `first` up to `last`; `scratch` has `topKScratch` bytes.
import { bytes } from '../simd';

const FEW: i32 = 16;

export function topKScratch(count: i32, k: i32): i32 {
  return k <= FEW ? 0 : 8 * count;
}

export function topK(
  x: usize,
  first: i32,
  last: i32,
  count: i32,
  k: i32,
  values: usize,
  places: usize,
  scratch: usize,
): void {
  topRows<f32>(x, first, last, count, k, values, places, scratch);
}

export function topKInt(
  x: usize,
  first: i32,
  last: i32,
  count: i32,
  k: i32,
  values: usize,
  places: usize,
  scratch: usize,
): void {
  topRows<i32>(x, first, last, count, k, values, places, scratch);
}

function topRows<T extends number>(
  x: usize,
  first: i32,
  last: i32,
  count: i32,
  k: i32,
  values: usize,
  places: usize,
  scratch: usize,
): void {
  if (k == 0) return;
  for (let r = first; r < last; r++) {
    const row = x + bytes(r * count);
    const to = places + bytes(r * k);
    if (k <= FEW) selectFew<T>(row, count, k, to);
    else memory.copy(to, sortedPlaces<T>(row, count, scratch), bytes(k));
    for (let i = 0; i < k; i++) {
      store<T>(values + bytes(r * k + i), load<T>(row + bytes(load<i32>(to + bytes(i)))));
    }
  }
}

// Whether a comes before b, if it stands behind it.
function isBefore<T extends number>(a: T, b: T): bool {
  return a > b || (a != a && b == b);
}

// Keeps the best so far in order: cheap, because few of a long row get in.
function selectFew<T extends number>(row: usize, count: i32, k: i32, places: usize): void {
  let size = 0;
  for (let i = 0; i < count; i++) {
    const value = load<T>(row + bytes(i));
    if (size == k && !isBefore<T>(value, valueAt<T>(row, places, k - 1))) continue;
    let place = size < k ? size++ : k - 1;
    for (; place > 0 && isBefore<T>(value, valueAt<T>(row, places, place - 1)); place--) {
      store<i32>(places + bytes(place), load<i32>(places + bytes(place - 1)));
    }
    store<i32>(places + bytes(place), i);
  }
}

function valueAt<T extends number>(row: usize, places: usize, i: i32): T {
  return load<T>(row + bytes(load<i32>(places + bytes(i))));
}

// Merges sorted runs of twice the length each time; returns where the result lies.
function sortedPlaces<T extends number>(row: usize, count: i32, scratch: usize): usize {
  let from = scratch;
  let to = scratch + bytes(count);
  for (let i = 0; i < count; i++) store<i32>(from + bytes(i), i);
  for (let run = 1; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      merge<T>(row, from, start, min(start + run, count), min(start + 2 * run, count), to);
    }
    const other = from;
    from = to;
    to = other;
  }
  return from;
}

function merge<T extends number>(
  row: usize,
  from: usize,
  start: i32,
  middle: i32,
  end: i32,
  to: usize,
): void {
  let left = start;
  let right = middle;
  for (let i = start; i < end; i++) {
    const takesRight =
      left == middle ||
      (right < end && isBefore<T>(valueAt<T>(row, from, right), valueAt<T>(row, from, left)));
    store<i32>(to + bytes(i), load<i32>(from + bytes(takesRight ? right++ : left++)));
  }
}
