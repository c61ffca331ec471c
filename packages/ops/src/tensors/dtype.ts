import type { Operand } from '../define-op.js';

/**
 * The type of the elements: `float32`, `int32`, `bool` or `string`.
 *
 * @example
 * ```ts
 * dtype(zeros([8, 12])); // 'float32'
 * ```
 * @see Keras `keras.ops.dtype`
 */
export function dtype(x: Operand): Operand['dtype'] {
  return x.dtype;
}
