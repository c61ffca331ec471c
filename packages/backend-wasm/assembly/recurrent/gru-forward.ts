// A gated recurrent unit over all steps, for the examples from `first` up to `last`. Everything is time-major: `projected`
// and `gates` [steps, batch, 3 units] hold z, r, g; `hidden` [steps + 1, batch, units] the states before and after each
// step; `inner` [steps, batch, units] what the reset gate makes the candidate of: the product of the state with its kernel
// where the reset comes after it, else the state after the reset. `gates` may be `projected`; `recurrentBias` may be 0.
import { tanhLanes } from '../math/exponential';
import { packColumns } from '../pack';
import { loadLanes, storeLanes } from '../partial';
import { bytes, multiplyAdd } from '../simd';
import { zeros } from '../workspace';
import { packedBytes, stepProduct } from './step-product';
import { copyState, gateLanes, isMasked } from './steps';

export function gruScratch(units: i32): usize {
  return packedBytes(units, 2 * units) + packedBytes(units, units);
}

export function gruSequence(
  projected: usize,
  recurrentKernel: usize,
  recurrentBias: usize,
  firstHidden: usize,
  mask: usize,
  maskStep: i32,
  resetAfter: bool,
  steps: i32,
  batch: i32,
  units: i32,
  first: i32,
  last: i32,
  hidden: usize,
  gates: usize,
  inner: usize,
  scratch: usize,
): void {
  if (first >= last) return;
  const row = bytes(units),
    wide = 3 * row,
    rows = last - first;
  const ofCandidate = scratch + packedBytes(units, 2 * units);
  packColumns(recurrentKernel, wide, false, units, 2 * units, scratch);
  packColumns(recurrentKernel + 2 * row, wide, false, units, units, ofCandidate);
  copyState(firstHidden, hidden, units, first, last);
  for (let t = 0; t < steps; t++) {
    const at = t * batch + first;
    const h = hidden + row * at,
      z = gates + wide * at,
      x = projected + wide * at,
      kept = inner + row * at;
    stepProduct(rows, 2 * units, units, h, row, scratch, z, wide, x, wide);
    if (resetAfter) {
      const init = recurrentBias ? recurrentBias + 2 * row : zeros;
      stepProduct(rows, units, units, h, row, ofCandidate, kept, row, init, 0);
      for (let i = 0; i < rows; i++) {
        gateRow(z + wide * i, recurrentBias, 2 * units);
        candidateRow(x + wide * i + 2 * row, kept + row * i, z + wide * i, units);
      }
    } else {
      for (let i = 0; i < rows; i++) {
        gateRow(z + wide * i, 0, 2 * units);
        multiplyRow(z + wide * i + row, h + row * i, kept + row * i, units);
      }
      stepProduct(rows, units, units, kept, row, ofCandidate, z + 2 * row, wide, x + 2 * row, wide);
    }
    for (let i = 0; i < rows; i++) {
      const before = h + row * i;
      if (isMasked(mask, maskStep, at + i)) memory.copy(before + row * batch, before, row);
      else mixRow(z + wide * i, before, before + row * batch, units);
    }
  }
}

// z, r = gate(z, r + bias)
function gateRow(z: usize, bias: usize, count: i32): void {
  for (let j = 0; j < count; j += 4) {
    const at = bytes(j);
    let x = loadLanes(z + at, count - j);
    if (bias) x = f32x4.add(x, loadLanes(bias + at, count - j));
    storeLanes(z + at, gateLanes(x), count - j);
  }
}

// What goes into tanh: x + r · inner
function candidateRow(x: usize, inner: usize, z: usize, units: i32): void {
  const row = bytes(units);
  for (let j = 0; j < units; j += 4) {
    const at = bytes(j),
      left = units - j;
    const gated = multiplyAdd(loadLanes(z + row + at, left), loadLanes(inner + at, left), loadLanes(x + at, left)); // prettier-ignore
    storeLanes(z + 2 * row + at, gated, left);
  }
}

function multiplyRow(a: usize, b: usize, y: usize, count: i32): void {
  for (let j = 0; j < count; j += 4) {
    const at = bytes(j);
    storeLanes(y + at, f32x4.mul(loadLanes(a + at, count - j), loadLanes(b + at, count - j)), count - j);
  }
}

// g = tanh(g), h' = z · h + (1 - z) · g
function mixRow(z: usize, hidden: usize, next: usize, units: i32): void {
  const row = bytes(units);
  for (let j = 0; j < units; j += 4) {
    const at = bytes(j),
      left = units - j;
    const update = loadLanes(z + at, left),
      candidate = tanhLanes(loadLanes(z + 2 * row + at, left));
    storeLanes(z + 2 * row + at, candidate, left);
    const rest = f32x4.mul(f32x4.sub(f32x4.splat(1), update), candidate);
    storeLanes(next + at, multiplyAdd(update, loadLanes(hidden + at, left), rest), left);
  }
}
