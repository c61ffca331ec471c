import type { Operand } from '../define-op.js';

/**
 * How many axes there are.
 *
 * @example
 * ```ts
 * ndim(zeros([8, 12])); // 2
 * ```
 * @see Keras `keras.ops.ndim`
 */
export function ndim(x: Operand): number {
  return x.shape.length;
}
