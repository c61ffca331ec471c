// Normal numbers, bit-equal to `normalArray` of packages/core: the same operations in the same order, each rounded by
// itself, so without the fused multiply-add of `multiplyAdd`.
import { storeBlocks } from './blocks';
import { draw, word0, word1, word2, word3 } from './philox';

const TWO_THIRDS: i32 = 0x3f2aaaab;
const EXPONENT: i32 = 0xff800000;
const QUARTER: i32 = 22; // a quarter of a turn is 2^22

function timesPlus(a: v128, b: v128, c: f32): v128 {
  return f32x4.add(f32x4.mul(a, b), f32x4.splat(c));
}

// √(-2 log(1 - u)) for u = the first 24 bits · 2^-24
function radius(word: v128): v128 {
  const rest = i32x4.sub(i32x4.splat(0x1000000), i32x4.shr_u(word, 8));
  const v = f32x4.mul(f32x4.convert_i32x4_s(rest), f32x4.splat(<f32>5.9604644775390625e-8));
  const above = i32x4.sub(v, i32x4.splat(TWO_THIRDS));
  const mantissa = i32x4.sub(v, v128.and(above, i32x4.splat(EXPONENT)));
  const n = f32x4.convert_i32x4_s(i32x4.shr_s(above, 23));
  const m = f32x4.sub(mantissa, f32x4.splat(1));
  let p = timesPlus(f32x4.splat(-0.131919414), m, 0.139617473);
  p = timesPlus(p, m, -0.121150501);
  p = timesPlus(p, m, 0.140110761);
  p = timesPlus(p, m, -0.166854724);
  p = timesPlus(p, m, 0.200100332);
  p = timesPlus(p, m, -0.249996886);
  p = timesPlus(p, m, 0.333332241);
  p = timesPlus(p, m, -0.5);
  const log = f32x4.add(f32x4.mul(f32x4.mul(m, m), p), m);
  const low = f32x4.add(f32x4.mul(n, f32x4.splat(-2.1219444e-4)), log);
  const sum = f32x4.add(f32x4.mul(n, f32x4.splat(0.693359375)), low);
  return f32x4.sqrt(f32x4.mul(sum, f32x4.splat(-2)));
}

// cos and sin of 2π · the first 24 bits · 2^-24, left in `cosine` and `sine`
function direction(word: v128): void {
  const turn = i32x4.shr_u(word, 8);
  const quarter = i32x4.shr_s(i32x4.add(turn, i32x4.splat(1 << (QUARTER - 1))), QUARTER);
  const rest = i32x4.sub(turn, i32x4.shl(quarter, QUARTER));
  const f = f32x4.mul(f32x4.convert_i32x4_s(rest), f32x4.splat(<f32>2.384185791015625e-7));
  const u = f32x4.mul(f, f);
  let s = timesPlus(f32x4.splat(-0.00468860613), u, 0.0797134042);
  s = timesPlus(s, u, -0.645966709);
  s = f32x4.mul(timesPlus(s, u, 1.57079637), f);
  let c = timesPlus(f32x4.splat(0.000893557619), u, -0.0208552517);
  c = timesPlus(c, u, 0.253668517);
  c = timesPlus(timesPlus(c, u, -1.23370051), u, 1);
  const isOdd = i32x4.shr_s(i32x4.shl(quarter, 31), 31);
  const signOfSine = i32x4.shl(i32x4.shr_u(quarter, 1), 31);
  sine = v128.xor(v128.bitselect(c, s, isOdd), signOfSine);
  cosine = v128.xor(v128.bitselect(s, c, isOdd), v128.xor(signOfSine, i32x4.shl(isOdd, 31)));
}

let sine: v128 = i32x4.splat(0);
let cosine: v128 = i32x4.splat(0);

// y [count] for the state at `state`, the blocks of four numbers from `first` up to `last`.
export function normal(state: usize, first: i32, last: i32, count: i32, y: usize): void {
  for (let block = first; block < last; block += 4) {
    draw(state, block);
    const near = radius(word0);
    direction(word1);
    const a = f32x4.mul(near, cosine);
    const b = f32x4.mul(near, sine);
    const far = radius(word2);
    direction(word3);
    storeBlocks(y, block, last, count, a, b, f32x4.mul(far, cosine), f32x4.mul(far, sine));
  }
}
