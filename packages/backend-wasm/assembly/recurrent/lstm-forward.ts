// A long short-term memory over all steps, for the examples from `first` up to `last`. Everything is time-major:
// `projected` and `gates` [steps, batch, 4 units] hold i, f, g, o; `hidden` and `carry` [steps + 1, batch, units] the states
// before and after each step; `squashed` [steps, batch, units] the carries through tanh. `gates` may be `projected`.
import { tanhLanes } from '../math/exponential';
import { packColumns } from '../pack';
import { loadLanes, storeLanes } from '../partial';
import { bytes, multiplyAdd } from '../simd';
import { packedBytes, stepProduct } from './step-product';
import { copyState, gateLanes, isMasked } from './steps';

export function lstmScratch(units: i32): usize {
  return packedBytes(units, 4 * units);
}

export function lstmSequence(
  projected: usize,
  recurrentKernel: usize,
  firstHidden: usize,
  firstCarry: usize,
  mask: usize,
  maskStep: i32,
  steps: i32,
  batch: i32,
  units: i32,
  first: i32,
  last: i32,
  hidden: usize,
  carry: usize,
  gates: usize,
  squashed: usize,
  scratch: usize,
): void {
  if (first >= last) return;
  const row = bytes(units),
    wide = bytes(4 * units),
    step = row * batch;
  packColumns(recurrentKernel, wide, false, units, 4 * units, scratch);
  copyState(firstHidden, hidden, units, first, last);
  copyState(firstCarry, carry, units, first, last);
  for (let t = 0; t < steps; t++) {
    const at = t * batch + first;
    const z = gates + wide * at;
    const h = hidden + row * at;
    stepProduct(last - first, 4 * units, units, h, row, scratch, z, wide, projected + wide * at, wide);
    for (let i = at; i < at + last - first; i++) {
      const before = row * i;
      if (isMasked(mask, maskStep, i)) {
        memory.copy(hidden + before + step, hidden + before, row);
        memory.copy(carry + before + step, carry + before, row);
        memory.fill(squashed + before, 0, row);
      } else cellRow(gates + wide * i, carry + before, carry + before + step, squashed + before, hidden + before + step, units); // prettier-ignore
    }
  }
}

function cellRow(z: usize, carry: usize, next: usize, squashed: usize, hidden: usize, units: i32): void {
  const whole = bytes(units & ~3);
  for (let j: usize = 0; j < whole; j += 16) cellLanes(z + j, carry + j, next + j, squashed + j, hidden + j, units, 4); // prettier-ignore
  const j = whole;
  if (units & 3) cellLanes(z + j, carry + j, next + j, squashed + j, hidden + j, units, units & 3);
}

// @inline
function cellLanes(
  z: usize,
  carry: usize,
  next: usize,
  squashed: usize,
  hidden: usize,
  units: i32,
  count: i32,
): void {
  const row = bytes(units);
  const i = gateLanes(loadLanes(z, count)),
    f = gateLanes(loadLanes(z + row, count)),
    g = tanhLanes(loadLanes(z + 2 * row, count)),
    o = gateLanes(loadLanes(z + 3 * row, count));
  const c = multiplyAdd(f, loadLanes(carry, count), f32x4.mul(i, g));
  const out = tanhLanes(c);
  storeLanes(z, i, count);
  storeLanes(z + row, f, count);
  storeLanes(z + 2 * row, g, count);
  storeLanes(z + 3 * row, o, count);
  storeLanes(next, c, count);
  storeLanes(squashed, out, count);
  storeLanes(hidden, f32x4.mul(o, out), count);
}
