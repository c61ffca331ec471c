import { storeLanes } from '../partial';
import { bytes } from '../simd';

// Stores up to four blocks of four numbers; a lane of a, b, c and d is a block. Blocks from `last` on, and numbers from
// `count` on, are left out.
export function storeBlocks(
  y: usize,
  block: i32,
  last: i32,
  count: i32,
  a: v128,
  b: v128,
  c: v128,
  d: v128,
): void {
  const lowAb = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const highAb = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const lowCd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const highCd = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  storeBlock(y, block, last, count, v128.shuffle<i64>(lowAb, lowCd, 0, 2));
  storeBlock(y, block + 1, last, count, v128.shuffle<i64>(lowAb, lowCd, 1, 3));
  storeBlock(y, block + 2, last, count, v128.shuffle<i64>(highAb, highCd, 0, 2));
  storeBlock(y, block + 3, last, count, v128.shuffle<i64>(highAb, highCd, 1, 3));
}

function storeBlock(y: usize, block: i32, last: i32, count: i32, values: v128): void {
  if (block < last) storeLanes(y + bytes(4 * block), values, count - 4 * block);
}
