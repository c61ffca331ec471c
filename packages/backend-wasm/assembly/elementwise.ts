// Functions that let NaN through, which those of the stock backend do not: a NaN that disappears hides that training
// has gone wrong.
import { bytes } from './simd';

// y[i] = the larger (smaller) of a[i] and b[i]; an operand whose step is 0 is one value.
export function maximum(a: usize, stepA: usize, b: usize, stepB: usize, count: i32, y: usize): void {
  const whole = bytes(count & ~3),
    end = bytes(count);
  if (stepA && stepB) {
    for (let i: usize = 0; i < whole; i += 16)
      v128.store(y + i, f32x4.max(v128.load(a + i), v128.load(b + i)));
  } else {
    const list = stepA ? a : b,
      one = v128.load32_splat(stepA ? b : a);
    for (let i: usize = 0; i < whole; i += 16) v128.store(y + i, f32x4.max(v128.load(list + i), one));
  }
  for (let i = whole; i < end; i += 4) {
    store<f32>(y + i, max<f32>(load<f32>(stepA ? a + i : a), load<f32>(stepB ? b + i : b)));
  }
}

export function minimum(a: usize, stepA: usize, b: usize, stepB: usize, count: i32, y: usize): void {
  const whole = bytes(count & ~3),
    end = bytes(count);
  if (stepA && stepB) {
    for (let i: usize = 0; i < whole; i += 16)
      v128.store(y + i, f32x4.min(v128.load(a + i), v128.load(b + i)));
  } else {
    const list = stepA ? a : b,
      one = v128.load32_splat(stepA ? b : a);
    for (let i: usize = 0; i < whole; i += 16) v128.store(y + i, f32x4.min(v128.load(list + i), one));
  }
  for (let i = whole; i < end; i += 4) {
    store<f32>(y + i, min<f32>(load<f32>(stepA ? a + i : a), load<f32>(stepB ? b + i : b)));
  }
}

// y[i] = x[i], but not below `low` and not above `high`.
export function clamp(x: usize, count: i32, low: f32, high: f32, y: usize): void {
  const whole = bytes(count & ~3),
    end = bytes(count);
  const lows = f32x4.splat(low),
    highs = f32x4.splat(high);
  for (let i: usize = 0; i < whole; i += 16) {
    v128.store(y + i, f32x4.min(f32x4.max(v128.load(x + i), lows), highs));
  }
  for (let i = whole; i < end; i += 4) store<f32>(y + i, min<f32>(max<f32>(load<f32>(x + i), low), high));
}

// y[i] = -1, 0 or 1
export function sign(x: usize, count: i32, y: usize): void {
  const end = bytes(count);
  for (let i: usize = 0; i < end; i += 4) {
    const value = load<f32>(x + i);
    store<f32>(y + i, value > 0 ? 1 : value < 0 ? -1 : value);
  }
}
