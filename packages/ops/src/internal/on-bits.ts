import {
  type Tensor,
  cast,
  concat,
  expandDims,
  floorDiv,
  less,
  mod,
  mul,
  scalar,
  sum,
  tensor1d,
} from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';
import { wholeNumbers } from './whole-numbers.js';

/** Weights of the bits behind the sign. */
const weights = /* @__PURE__ */ Array.from({ length: 31 }, (_, i) => 2 ** i);

/**
 * A function of bools applied to the bits of whole numbers.
 *
 * No program and not every backend has a kernel for bits, so they are taken apart by division.
 */
export function onBits(who: string, combine: (a: Tensor, b: Tensor) => Tensor, a: Tensor, b: Tensor): Tensor {
  return offTape(() => {
    const bits = combine(bitsOf(wholeNumbers(who, a)), bitsOf(wholeNumbers(who, b)));
    return sum(mul(cast(bits, 'int32'), tensor1d([...weights, -(2 ** 31)], 'int32')), -1);
  });
}

/** The bits along a new last axis, the lowest first and the sign last. */
function bitsOf(x: Tensor): Tensor {
  const each = expandDims(x, -1);
  const behindSign = mod(floorDiv(each, tensor1d(weights, 'int32')), scalar(2, 'int32'));
  return concat([cast(behindSign, 'bool'), less(each, scalar(0, 'int32'))], -1);
}
