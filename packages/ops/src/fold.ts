import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, reshape, slice, tensor2d, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { einsum } from './einsum.js';
import { type PatchOptions, pairOf, patchesOf } from './internal/patch-options.js';
import { type Windows, windowCount, windowPlaces } from './internal/windows.js';

export interface FoldOptions extends PatchOptions {
  /** Height and width of the images. */
  readonly outputSize: number | readonly [number, number];
}

/**
 * Images from their patches, which are summed where they overlap: what {@link unfold} turns round if they do not.
 *
 * `[batch, channels · rows · columns, patches]` → `[batch, channels, height, width]`.
 *
 * @example
 * ```ts
 * fold(tensor([[[1, 3], [2, 4]]]), { outputSize: [1, 3], kernelSize: [1, 2] }); // [[[[1, 5, 4]]]]
 * ```
 * @throws ShapeError when there are not three axes, or as many patches as fit.
 * @see Keras `keras.ops.fold`
 */
export const fold: OptionOp<FoldOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Fold',
  module: 'nn',
  options: ['outputSize', 'kernelSize', 'dilation', 'padding', 'stride'],
  call(x: Tensor, { outputSize, ...options }: FoldOptions) {
    const { windows, padding } = patchesOf(options);
    const size = pairOf(outputSize);
    const lengths = [size[0] + 2 * padding[0], size[1] + 2 * padding[1]] as const;
    const counts = [windowCount(lengths[0], windows[0]), windowCount(lengths[1], windows[1])] as const;
    const [batch = 0, depth = 0, patches] = x.shape;
    const [rows, columns] = [windows[0].size, windows[1].size];
    if (x.rank !== 3 || patches !== counts[0] * counts[1] || depth % (rows * columns) !== 0) {
      throw new ShapeError({
        who: 'fold',
        expected: `[batch, channels · ${rows * columns}, ${counts[0] * counts[1]}]`,
        got: formatShape(x.shape),
      });
    }
    const apart = reshape(x, [batch, depth / (rows * columns), rows, columns, ...counts]);
    const image = einsum(
      'bcpq,ph,qw->bchw',
      reshape(transpose(apart, [0, 1, 4, 2, 5, 3]), [batch, -1, counts[0] * rows, counts[1] * columns]),
      places(lengths[0], windows[0]),
      places(lengths[1], windows[1]),
    );
    return slice(image, [0, 0, ...padding], [batch, -1, ...size]);
  },
});

/** A one where an element of a window lies: `[count · size, length]`. */
function places(length: number, windows: Windows): Tensor {
  const found = windowPlaces(length, windows);
  const ones = new Float32Array(found.length * length);
  found.forEach((place, i) => (ones[i * length + place] = 1));
  return tensor2d(ones, [found.length, length]);
}
