import { multiplyAdd } from '../simd';
import { expFlushedLanes, withSign } from './exponential';

// @inline
export function erfLanes(x: v128): v128 {
  const size = f32x4.abs(x);
  const u = f32x4.mul(x, x);
  let p = multiplyAdd(f32x4.splat(-0.000595957856), u, f32x4.splat(0.00498735206));
  p = multiplyAdd(p, u, f32x4.splat(-0.0267629661));
  p = multiplyAdd(p, u, f32x4.splat(0.11281731));
  p = multiplyAdd(p, u, f32x4.splat(-0.376124889));
  p = multiplyAdd(p, u, f32x4.splat(0.128379151));
  const small = multiplyAdd(p, x, x);
  // 1 - e^(-t - t · q(t)); beyond 4 it is 1
  const t = f32x4.pmin(size, f32x4.splat(4));
  let q = multiplyAdd(f32x4.splat(1.152186e-5), t, f32x4.splat(-0.000325649657));
  q = multiplyAdd(q, t, f32x4.splat(0.00365375844));
  q = multiplyAdd(q, t, f32x4.splat(-0.0237853508));
  q = multiplyAdd(q, t, f32x4.splat(0.106263168));
  q = multiplyAdd(q, t, f32x4.splat(0.635135889));
  q = multiplyAdd(q, t, f32x4.splat(0.12865217));
  const tail = expFlushedLanes(f32x4.sub(f32x4.neg(f32x4.mul(q, t)), t));
  const large = withSign(f32x4.sub(f32x4.splat(1), tail), x);
  return v128.bitselect(large, small, f32x4.gt(size, f32x4.splat(0.93)));
}
