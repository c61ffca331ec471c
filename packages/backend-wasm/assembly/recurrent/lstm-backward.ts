// The gradient of ./lstm-forward, from the last step to the first: by what each step was given, `dProjected` [steps, batch,
// 4 units], which may be `gates`, and by the first states. What comes from the outputs: `dSequence` [steps, batch, units]
// by the hidden state of every step, `dHidden` and `dCarry` [batch, units] by the last states; each may be 0 for none.
import { packColumns } from '../pack';
import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';
import { packedBytes, stepProduct } from './step-product';
import { addRow, copyState, fadedLanes, gateSlope, isMasked, tanhSlope } from './steps';
import { zeros } from '../workspace';

export function lstmGradientScratch(units: i32): usize {
  return packedBytes(4 * units, units);
}

export function lstmSequenceGradient(
  recurrentKernel: usize,
  mask: usize,
  maskStep: i32,
  carry: usize,
  gates: usize,
  squashed: usize,
  dSequence: usize,
  dHidden: usize,
  dCarry: usize,
  steps: i32,
  batch: i32,
  units: i32,
  first: i32,
  last: i32,
  dProjected: usize,
  dFirstHidden: usize,
  dFirstCarry: usize,
  scratch: usize,
): void {
  if (first >= last) return;
  const row = bytes(units),
    wide = bytes(4 * units);
  packColumns(recurrentKernel, wide, true, 4 * units, units, scratch);
  copyState(dHidden, dFirstHidden, units, first, last);
  copyState(dCarry, dFirstCarry, units, first, last);
  const dh = dFirstHidden + row * first;
  for (let t = steps - 1; t >= 0; t--) {
    const at = t * batch + first;
    for (let b = first; b < last; b++) {
      const i = t * batch + b;
      const byHidden = dFirstHidden + row * b;
      if (dSequence) addRow(byHidden, dSequence + row * i, units);
      if (isMasked(mask, maskStep, i)) memory.fill(dProjected + wide * i, 0, wide);
      else
        cellRow(
          gates + wide * i,
          squashed + row * i,
          carry + row * i,
          byHidden,
          dFirstCarry + row * b,
          dProjected + wide * i,
          units,
        );
    }
    // Where a step is masked, the gradient by the state passes it by; else nothing is left of it.
    const init = mask ? dh : zeros;
    stepProduct(last - first, units, 4 * units, dProjected + wide * at, wide, scratch, dh, row, init, mask ? row : 0); // prettier-ignore
  }
}

function cellRow(
  z: usize,
  squashed: usize,
  carry: usize,
  dHidden: usize,
  dCarry: usize,
  dz: usize,
  units: i32,
): void {
  const whole = bytes(units & ~3);
  for (let j: usize = 0; j < whole; j += 16) cellLanes(z + j, squashed + j, carry + j, dHidden + j, dCarry + j, dz + j, units, 4); // prettier-ignore
  const j = whole;
  if (units & 3) cellLanes(z + j, squashed + j, carry + j, dHidden + j, dCarry + j, dz + j, units, units & 3); // prettier-ignore
}

// @inline
function cellLanes(
  z: usize,
  squashed: usize,
  carry: usize,
  dHidden: usize,
  dCarry: usize,
  dz: usize,
  units: i32,
  count: i32,
): void {
  const row = bytes(units);
  const i = loadLanes(z, count),
    f = loadLanes(z + row, count),
    g = loadLanes(z + 2 * row, count),
    o = loadLanes(z + 3 * row, count),
    out = loadLanes(squashed, count),
    d = fadedLanes(loadLanes(dHidden, count));
  const e = fadedLanes(f32x4.add(loadLanes(dCarry, count), f32x4.mul(f32x4.mul(d, o), tanhSlope(out))));
  storeLanes(dz, f32x4.mul(f32x4.mul(e, g), gateSlope(i)), count);
  storeLanes(dz + row, f32x4.mul(f32x4.mul(e, loadLanes(carry, count)), gateSlope(f)), count);
  storeLanes(dz + 2 * row, f32x4.mul(f32x4.mul(e, i), tanhSlope(g)), count);
  storeLanes(dz + 3 * row, f32x4.mul(f32x4.mul(d, out), gateSlope(o)), count);
  storeLanes(dCarry, f32x4.mul(e, f), count);
  storeLanes(dHidden, f32x4.splat(0), count);
}
