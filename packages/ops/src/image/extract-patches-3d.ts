import type { Operand, Result } from '../define-op.js';
import { type ExtractPatchesOptions, extractPatches } from './extract-patches.js';

export type ExtractPatches3dOptions = ExtractPatchesOptions;

/**
 * Patches of volumes, each as one row of channels.
 *
 * `[batch, depth, height, width, channels]` → `[batch, layers, rows, columns, size³ · channels]`; or one volume without the
 * batch.
 *
 * @example
 * ```ts
 * extractPatches3d(ones([2, 2, 2, 1]), { size: 2 }); // [[[[1, 1, 1, 1, 1, 1, 1, 1]]]]
 * ```
 * @throws ShapeError when the axes are too few or too many.
 * @see Keras `keras.ops.image.extract_patches_3d`
 */
export function extractPatches3d<X extends Operand>(volumes: X, options: ExtractPatches3dOptions): Result<X> {
  const { size } = options;
  return extractPatches(volumes, { ...options, size: typeof size === 'number' ? [size, size, size] : size });
}
