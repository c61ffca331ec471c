import type { Operand } from '../define-op.js';

/**
 * How many elements there are; null where a graph does not know.
 *
 * @example
 * ```ts
 * size(zeros([8, 12])); // 96
 * ```
 * @see Keras `keras.ops.size`
 */
export function size(x: Operand): number | null {
  const sizes: readonly (number | null)[] = x.shape;
  return sizes.reduce<number | null>(
    (total, one) => (total === null || one === null ? null : total * one),
    1,
  );
}
