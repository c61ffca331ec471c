import { type Tensor, pad as tfPad } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface PadOptions {
  /** Elements before and after, for each axis. */
  readonly padWidth: readonly (readonly [number, number])[];
  /** What is filled in. @defaultValue 0 */
  readonly constantValues?: number;
}

/**
 * Constants put around a tensor.
 *
 * @example
 * ```ts
 * pad(tensor([1]), { padWidth: [[1, 2]] }); // [0, 1, 0, 0]
 * ```
 * @see Keras `keras.ops.pad`
 */
export const pad: OptionOp<PadOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Pad',
  module: 'numpy',
  options: ['padWidth', 'constantValues'],
  call: (x: Tensor, { padWidth, constantValues = 0 }: PadOptions) =>
    tfPad(
      x,
      padWidth.map(([before, after]) => [before, after]),
      constantValues,
    ),
});
