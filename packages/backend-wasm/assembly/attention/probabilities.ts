import { bytes } from '../simd';
import { rowMaximum, scaleRow } from '../rows/row';
import { exponentials } from '../rows/softmax';

// Turns the scores of the `seen` first of `count` keys into probabilities, in place; the others get 0. Where `mask` (0
// for none) hides all of them, every key gets the same, as in Keras.
export function probabilitiesOf(row: usize, seen: i32, count: i32, mask: usize): void {
  if (mask) hide(row, seen, mask);
  const maximum = rowMaximum(row, seen);
  if (mask && maximum == -Infinity) {
    fillRow(row, count, 1 / <f32>count);
    return;
  }
  scaleRow(row, seen, <f32>(1 / exponentials(row, seen, maximum, row)));
  memory.fill(row + bytes(seen), 0, bytes(count - seen));
}

function hide(row: usize, seen: i32, mask: usize): void {
  for (let j = 0; j < seen; j++) if (!load<u8>(mask + j)) store<f32>(row + bytes(j), -Infinity);
}

function fillRow(row: usize, count: i32, value: f32): void {
  for (const end = row + bytes(count); row < end; row += 4) store<f32>(row, value);
}
