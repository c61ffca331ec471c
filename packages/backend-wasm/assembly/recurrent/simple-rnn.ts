// A simple recurrence with tanh over all steps, and its gradient, for the examples from `first` up to `last`. Everything is
// time-major: `projected` [steps, batch, units]; `hidden` [steps + 1, batch, units], the states before and after each step.
import { tanhLanes } from '../math/exponential';
import { packColumns } from '../pack';
import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';
import { zeros } from '../workspace';
import { packedBytes, stepProduct } from './step-product';
import { addRow, copyState, fadedLanes, isMasked, tanhSlope } from './steps';

export function simpleRnnScratch(units: i32): usize {
  return packedBytes(units, units);
}

export function simpleRnnSequence(
  projected: usize,
  recurrentKernel: usize,
  firstHidden: usize,
  mask: usize,
  maskStep: i32,
  steps: i32,
  batch: i32,
  units: i32,
  first: i32,
  last: i32,
  hidden: usize,
  scratch: usize,
): void {
  if (first >= last) return;
  const row = bytes(units),
    step = row * batch;
  packColumns(recurrentKernel, row, false, units, units, scratch);
  copyState(firstHidden, hidden, units, first, last);
  for (let t = 0; t < steps; t++) {
    const at = row * (t * batch + first);
    const h = hidden + at;
    stepProduct(last - first, units, units, h, row, scratch, h + step, row, projected + at, row);
    for (let i = 0; i < last - first; i++) {
      const before = h + row * i;
      if (isMasked(mask, maskStep, t * batch + first + i)) memory.copy(before + step, before, row);
      else tanhRow(before + step, units);
    }
  }
}

// `dSequence` [steps, batch, units] is the gradient by the state of every step, `dHidden` [batch, units] by the last one;
// each may be 0 for none.
export function simpleRnnSequenceGradient(
  recurrentKernel: usize,
  mask: usize,
  maskStep: i32,
  hidden: usize,
  dSequence: usize,
  dHidden: usize,
  steps: i32,
  batch: i32,
  units: i32,
  first: i32,
  last: i32,
  dProjected: usize,
  dFirstHidden: usize,
  scratch: usize,
): void {
  if (first >= last) return;
  const row = bytes(units);
  packColumns(recurrentKernel, row, true, units, units, scratch);
  copyState(dHidden, dFirstHidden, units, first, last);
  const dh = dFirstHidden + row * first;
  for (let t = steps - 1; t >= 0; t--) {
    const at = t * batch + first;
    for (let i = 0; i < last - first; i++) {
      const by = dh + row * i,
        dz = dProjected + row * (at + i);
      if (dSequence) addRow(by, dSequence + row * (at + i), units);
      if (isMasked(mask, maskStep, at + i)) memory.fill(dz, 0, row);
      else slopeRow(hidden + row * (at + i + batch), by, dz, units);
    }
    // Where a step is masked, the gradient by the state passes it by; else nothing is left of it.
    const init = mask ? dh : zeros;
    stepProduct(
      last - first,
      units,
      units,
      dProjected + row * at,
      row,
      scratch,
      dh,
      row,
      init,
      mask ? row : 0,
    );
  }
}

function tanhRow(y: usize, count: i32): void {
  for (let j = 0; j < count; j += 4) {
    const at = y + bytes(j);
    storeLanes(at, tanhLanes(loadLanes(at, count - j)), count - j);
  }
}

function slopeRow(y: usize, by: usize, dz: usize, count: i32): void {
  for (let j = 0; j < count; j += 4) {
    const at = bytes(j),
      left = count - j;
    const d = fadedLanes(loadLanes(by + at, left));
    storeLanes(dz + at, f32x4.mul(d, tanhSlope(loadLanes(y + at, left))), left);
    storeLanes(by + at, f32x4.splat(0), left);
  }
}
