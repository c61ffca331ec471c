// What the recurrences share. A row is one example at one step; `mask` [steps, batch] holds flags `maskStep` bytes apart,
// or is 0.
import { expFlushedLanes } from '../math/exponential';
import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';

// The sigmoid, right to 2e-7 of itself, and 0 where it would be denormal.
// @inline
export function gateLanes(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = expFlushedLanes(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(one, e, f32x4.gt(x, f32x4.splat(0))), f32x4.add(one, e));
}

// The derivative of the sigmoid, from its value.
// @inline
export function gateSlope(y: v128): v128 {
  return f32x4.sub(y, f32x4.mul(y, y));
}

// The derivative of tanh, from its value.
// @inline
export function tanhSlope(y: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(y, y));
}

// The gradient by a state, and 0 where it is below 1e-30: it fades from step to step, down to denormal numbers, which are
// many times as slow and would spread through the products of all steps before.
// @inline
export function fadedLanes(gradient: v128): v128 {
  return v128.andnot(gradient, f32x4.lt(f32x4.abs(gradient), f32x4.splat(1e-30)));
}

// @inline
export function isMasked(mask: usize, maskStep: i32, row: i32): bool {
  return mask != 0 && load<u8>(mask + row * maskStep) == 0;
}

// The rows `first` to `last` of a state [batch, units]; zeros where it is not given.
export function copyState(from: usize, to: usize, units: i32, first: i32, last: i32): void {
  const row = bytes(units);
  const size = row * (last - first);
  if (from) memory.copy(to + row * first, from + row * first, size);
  else memory.fill(to + row * first, 0, size);
}

// y += x
export function addRow(y: usize, x: usize, count: i32): void {
  for (let j = 0; j < count; j += 4) {
    const at = bytes(j);
    storeLanes(y + at, f32x4.add(loadLanes(y + at, count - j), loadLanes(x + at, count - j)), count - j);
  }
}
