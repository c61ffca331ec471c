import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, pad, reshape, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type PatchOptions, patchesOf } from './internal/patch-options.js';
import { takeWindows } from './internal/windows.js';

export type UnfoldOptions = PatchOptions;

/**
 * Every patch of an image as a column.
 *
 * `[batch, channels, height, width]` → `[batch, channels · rows · columns, patches]`.
 *
 * @example
 * ```ts
 * unfold(tensor([[[[1, 2], [3, 4]]]]), { kernelSize: [1, 2] }); // [[[1, 3], [2, 4]]]
 * ```
 * @throws ShapeError when there are not four axes.
 * @see Keras `keras.ops.unfold`
 */
export const unfold: OptionOp<UnfoldOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Unfold',
  module: 'nn',
  options: ['kernelSize', 'dilation', 'padding', 'stride'],
  call(x: Tensor, options: UnfoldOptions) {
    if (x.rank !== 4) {
      throw new ShapeError({ who: 'unfold', expected: 'four axes', got: formatShape(x.shape) });
    }
    const { windows, padding } = patchesOf(options);
    const padded = pad(x, [[0, 0], [0, 0], ...padding.map((size): [number, number] => [size, size])]);
    const taken = takeWindows(takeWindows(padded, 2, windows[0]), 3, windows[1]);
    const [batch = 0, channels = 0, height = 0, width = 0] = taken.shape;
    const [rows, columns] = [windows[0].size, windows[1].size];
    const apart = reshape(taken, [batch, channels, height / rows, rows, width / columns, columns]);
    return reshape(transpose(apart, [0, 1, 3, 5, 2, 4]), [batch, channels * rows * columns, -1]);
  },
});
