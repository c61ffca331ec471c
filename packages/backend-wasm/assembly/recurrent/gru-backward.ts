// The gradient of ./gru-forward, from the last step to the first: by what each step was given, `dProjected` [steps, batch,
// 3 units], which may be `gates`; where the reset comes after the product, by what the state was multiplied to,
// `dMultiplied`, which must be memory of its own; and by the first state. What comes from the outputs: `dSequence` [steps,
// batch, units] by the state of every step, `dHidden` [batch, units] by the last one; each may be 0 for none.
import { packColumns } from '../pack';
import { loadLanes, storeLanes } from '../partial';
import { bytes, multiplyAdd } from '../simd';
import { zeros } from '../workspace';
import { packedBytes, stepProduct } from './step-product';
import { addRow, copyState, fadedLanes, gateSlope, isMasked, tanhSlope } from './steps';

// For the rows of one thread.
export function gruGradientScratch(units: i32, rows: i32): usize {
  return packedBytes(3 * units, units) + packedBytes(units, units) + bytes(rows * units);
}

export function gruSequenceGradient(
  recurrentKernel: usize,
  mask: usize,
  maskStep: i32,
  resetAfter: bool,
  hidden: usize,
  gates: usize,
  inner: usize,
  dSequence: usize,
  dHidden: usize,
  steps: i32,
  batch: i32,
  units: i32,
  first: i32,
  last: i32,
  dProjected: usize,
  dMultiplied: usize,
  dFirstHidden: usize,
  scratch: usize,
): void {
  if (first >= last) return;
  const row = bytes(units),
    wide = 3 * row,
    rows = last - first;
  const ofCandidate = scratch + packedBytes(3 * units, units);
  const byInner = ofCandidate + packedBytes(units, units);
  const dh = dFirstHidden + row * first;
  packColumns(recurrentKernel, wide, true, resetAfter ? 3 * units : 2 * units, units, scratch);
  if (!resetAfter) packColumns(recurrentKernel + 2 * row, wide, true, units, units, ofCandidate);
  copyState(dHidden, dFirstHidden, units, first, last);
  for (let t = steps - 1; t >= 0; t--) {
    const at = t * batch + first;
    const dz = dProjected + wide * at;
    for (let i = 0; i < rows; i++) {
      if (dSequence) addRow(dh + row * i, dSequence + row * (at + i), units);
      if (isMasked(mask, maskStep, at + i)) memory.fill(dz + wide * i, 0, wide);
      else updateRow(gates + wide * (at + i), hidden + row * (at + i), dh + row * i, dz + wide * i, units);
    }
    if (resetAfter) {
      const products = dMultiplied + wide * at;
      for (let i = 0; i < rows; i++) {
        if (isMasked(mask, maskStep, at + i)) memory.fill(products + wide * i, 0, wide);
        else resetAfterRow(inner + row * (at + i), dz + wide * i, products + wide * i, units);
      }
      stepProduct(rows, units, 3 * units, products, wide, scratch, dh, row, dh, row);
    } else {
      stepProduct(rows, units, units, dz + 2 * row, wide, ofCandidate, byInner, row, zeros, 0);
      for (let i = 0; i < rows; i++) {
        if (isMasked(mask, maskStep, at + i)) continue;
        resetBeforeRow(hidden + row * (at + i), byInner + row * i, dh + row * i, dz + wide * i, units);
      }
      stepProduct(rows, units, 2 * units, dz, wide, scratch, dh, row, dh, row);
    }
  }
}

// By z and g, and what passes the step in the state; leaves r itself in the place of its gradient.
function updateRow(z: usize, hidden: usize, dHidden: usize, dz: usize, units: i32): void {
  const row = bytes(units);
  for (let j = 0; j < units; j += 4) {
    const at = bytes(j),
      left = units - j;
    const update = loadLanes(z + at, left),
      reset = loadLanes(z + row + at, left),
      g = loadLanes(z + 2 * row + at, left),
      d = fadedLanes(loadLanes(dHidden + at, left));
    const difference = f32x4.sub(loadLanes(hidden + at, left), g);
    const rest = f32x4.sub(f32x4.splat(1), update);
    storeLanes(dz + at, f32x4.mul(f32x4.mul(d, difference), gateSlope(update)), left);
    storeLanes(dz + row + at, reset, left);
    storeLanes(dz + 2 * row + at, f32x4.mul(f32x4.mul(d, rest), tanhSlope(g)), left);
    storeLanes(dHidden + at, f32x4.mul(d, update), left);
  }
}

// By r, and by the products.
function resetAfterRow(inner: usize, dz: usize, products: usize, units: i32): void {
  const row = bytes(units);
  for (let j = 0; j < units; j += 4) {
    const at = bytes(j),
      left = units - j;
    const reset = loadLanes(dz + row + at, left),
      byCandidate = loadLanes(dz + 2 * row + at, left);
    const byReset = f32x4.mul(f32x4.mul(byCandidate, loadLanes(inner + at, left)), gateSlope(reset));
    storeLanes(products + at, loadLanes(dz + at, left), left);
    storeLanes(dz + row + at, byReset, left);
    storeLanes(products + row + at, byReset, left);
    storeLanes(products + 2 * row + at, f32x4.mul(byCandidate, reset), left);
  }
}

// By r, and by the state that it was multiplied with.
function resetBeforeRow(hidden: usize, byInner: usize, dHidden: usize, dz: usize, units: i32): void {
  const row = bytes(units);
  for (let j = 0; j < units; j += 4) {
    const at = bytes(j),
      left = units - j;
    const reset = loadLanes(dz + row + at, left),
      d = loadLanes(byInner + at, left);
    const byReset = f32x4.mul(f32x4.mul(d, loadLanes(hidden + at, left)), gateSlope(reset));
    storeLanes(dz + row + at, byReset, left);
    storeLanes(dHidden + at, multiplyAdd(d, reset, loadLanes(dHidden + at, left)), left);
  }
}
