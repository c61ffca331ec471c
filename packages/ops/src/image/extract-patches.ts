import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { type ExtractOptions, extract } from './internal/extract.js';

export type ExtractPatchesOptions = ExtractOptions;

/**
 * Patches of images, each as one row of channels: the pixels of a patch row by row. With a size of three numbers, patches
 * of volumes.
 *
 * `[batch, height, width, channels]` → `[batch, rows, columns, size · size · channels]`; or one image without the batch.
 *
 * @example
 * ```ts
 * extractPatches(tensor([[[1], [2]], [[3], [4]]]), { size: 2 }); // [[[1, 2, 3, 4]]]
 * ```
 * @throws ShapeError when the axes are too few or too many.
 * @see Keras `keras.ops.image.extract_patches`
 */
export const extractPatches: OptionOp<ExtractPatchesOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'ExtractPatches',
  module: 'image',
  options: ['size', 'strides', 'dilationRate', 'padding', 'dataFormat'],
  call: (images: Tensor, options: ExtractPatchesOptions) =>
    extract('extractPatches', images, typeof options.size === 'number' ? 2 : options.size.length, options),
});
