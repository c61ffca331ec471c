import { type Tensor, floorDiv, gather, scalar, sub, tensor1d } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';
import { wholeNumbers } from './whole-numbers.js';

/** Of half a shift: `2³¹` is no int32. */
const powers = /* @__PURE__ */ Array.from({ length: 17 }, (_, i) => 2 ** i);

/** Whole numbers multiplied or divided by a power of two, in two steps. */
export function shifted(
  who: string,
  by: (x: Tensor, power: Tensor) => Tensor,
  x: Tensor,
  bits: Tensor,
): Tensor {
  return offTape(() => {
    const half = floorDiv(wholeNumbers(who, bits), scalar(2, 'int32'));
    const power = (count: Tensor): Tensor => gather(tensor1d(powers, 'int32'), count as never);
    return by(by(wholeNumbers(who, x), power(half)), power(sub(bits, half)));
  });
}
