import { storeBlocks } from './blocks';
import { draw, word0, word1, word2, word3 } from './philox';

// The first 24 bits as a number in [0, 1).
function unit(word: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(word, 8)), f32x4.splat(<f32>5.9604644775390625e-8));
}

// y [count] = `uniformArray` of packages/core for the state at `state`, the blocks of four numbers from `first` up to
// `last`.
export function uniform(state: usize, first: i32, last: i32, count: i32, y: usize): void {
  for (let block = first; block < last; block += 4) {
    draw(state, block);
    storeBlocks(y, block, last, count, unit(word0), unit(word1), unit(word2), unit(word3));
  }
}
