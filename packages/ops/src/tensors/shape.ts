import type { Shape } from '@myelin/core';
import type { Operand } from '../define-op.js';

/**
 * The sizes of the axes; null where a graph does not know one.
 *
 * @example
 * ```ts
 * shape(zeros([8, 12])); // [8, 12]
 * ```
 * @see Keras `keras.ops.shape`
 */
export function shape(x: Operand): Shape {
  return [...x.shape];
}
