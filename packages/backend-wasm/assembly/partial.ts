// The last lanes of a row or an array, of which fewer than four may be left.

// Lanes beyond `count` repeat the first, so that they need no care.
// @inline
export function loadLanes(x: usize, count: i32): v128 {
  if (count >= 4) return v128.load(x);
  let lanes = v128.load32_splat(x);
  if (count > 1) lanes = v128.load32_lane(x, lanes, 1, 4);
  if (count > 2) lanes = v128.load32_lane(x, lanes, 2, 8);
  return lanes;
}

// @inline
export function storeLanes(y: usize, lanes: v128, count: i32): void {
  if (count >= 4) {
    v128.store(y, lanes);
    return;
  }
  v128.store32_lane(y, lanes, 0);
  if (count > 1) v128.store32_lane(y, lanes, 1, 4);
  if (count > 2) v128.store32_lane(y, lanes, 2, 8);
}

// All bits of the first `count` lanes.
// @inline
export function laneMask(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}
