import { type Tensor, add, less, scalar } from '@tensorflow/tfjs-core';
import { whileLoop } from './while-loop.js';

/**
 * Hands a value from turn to turn of `bodyFun`, for whole numbers from `lower` up to `upper`, which is not among them;
 * returns the last one.
 *
 * It is a {@link whileLoop}, so in a program it has no gradient.
 *
 * @example
 * ```ts
 * foriLoop(0, 5, (i, total) => add(total, i), tensor(0)); // 10
 * ```
 * @throws TraceError when a program asks for its gradient.
 * @see Keras `keras.ops.fori_loop`
 */
export function foriLoop(
  lower: Tensor | number,
  upper: Tensor | number,
  bodyFun: (i: Tensor, value: Tensor) => Tensor,
  initVal: Tensor,
): Tensor {
  const [first, end] = [asInteger(lower), asInteger(upper)];
  const [, last] = whileLoop(
    (i) => less(i, end),
    (i, value) => [add(i, scalar(1, 'int32')), bodyFun(i, value)],
    { loopVars: [first, initVal] },
  );
  return last;
}

function asInteger(value: Tensor | number): Tensor {
  return typeof value === 'number' ? scalar(value, 'int32') : value;
}
