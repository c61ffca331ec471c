import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { takeWindows } from './internal/windows.js';

export interface ExtractSequencesOptions {
  readonly sequenceLength: number;
  /** Steps from the start of one to the start of the next. */
  readonly sequenceStride: number;
}

/**
 * Short sequences cut from long ones; what is left at the end is left out.
 *
 * `[..., steps]` → `[..., sequences, sequenceLength]`.
 *
 * @example
 * ```ts
 * extractSequences(tensor([1, 2, 3, 4]), { sequenceLength: 2, sequenceStride: 1 }); // [[1, 2], [2, 3], [3, 4]]
 * ```
 * @see Keras `keras.ops.extract_sequences`
 */
export const extractSequences: OptionOp<ExtractSequencesOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'ExtractSequences',
  module: 'math',
  options: ['sequenceLength', 'sequenceStride'],
  call(x: Tensor, { sequenceLength: size, sequenceStride: stride }: ExtractSequencesOptions) {
    const windows = takeWindows(x, x.rank - 1, { size, stride, dilation: 1 });
    return reshape(windows, [...x.shape.slice(0, -1), -1, size]);
  },
});
