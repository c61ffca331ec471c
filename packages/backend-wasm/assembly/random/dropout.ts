import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';
import { draw, word0, word1, word2, word3 } from './philox';

// y = x · scale where the uniform number of the state is at least `rate`, else 0, for the blocks of four numbers from
// `first` up to `last`. The gradient is the same of dy: numbers are drawn again, not kept.
export function dropout(
  x: usize,
  state: usize,
  first: i32,
  last: i32,
  count: i32,
  rate: f32,
  scale: f32,
  y: usize,
): void {
  // A uniform number is the first 24 bits.
  const least = i32x4.splat(<i32>ceil<f64>(<f64>rate * 16777216));
  const scales = f32x4.splat(scale);
  for (let block = first; block < last; block += 4) {
    draw(state, block);
    const keep0 = kept(word0, least);
    const keep1 = kept(word1, least);
    const keep2 = kept(word2, least);
    const keep3 = kept(word3, least);
    const lowA = v128.shuffle<i32>(keep0, keep1, 0, 4, 1, 5);
    const highA = v128.shuffle<i32>(keep0, keep1, 2, 6, 3, 7);
    const lowB = v128.shuffle<i32>(keep2, keep3, 0, 4, 1, 5);
    const highB = v128.shuffle<i32>(keep2, keep3, 2, 6, 3, 7);
    dropBlock(x, block, last, count, v128.shuffle<i64>(lowA, lowB, 0, 2), scales, y);
    dropBlock(x, block + 1, last, count, v128.shuffle<i64>(lowA, lowB, 1, 3), scales, y);
    dropBlock(x, block + 2, last, count, v128.shuffle<i64>(highA, highB, 0, 2), scales, y);
    dropBlock(x, block + 3, last, count, v128.shuffle<i64>(highA, highB, 1, 3), scales, y);
  }
}

// @inline
function kept(word: v128, least: v128): v128 {
  return i32x4.ge_s(i32x4.shr_u(word, 8), least);
}

function dropBlock(x: usize, block: i32, last: i32, count: i32, mask: v128, scales: v128, y: usize): void {
  const left = count - 4 * block;
  if (block >= last || left <= 0) return;
  const at = bytes(4 * block);
  storeLanes(y + at, v128.and(f32x4.mul(loadLanes(x + at, left), scales), mask), left);
}
