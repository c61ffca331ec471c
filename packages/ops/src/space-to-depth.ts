import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, reshape, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type BlockOptions, onBlocks } from './internal/on-blocks.js';

export type SpaceToDepthOptions = BlockOptions;

/**
 * Stacks the pixels of blocks into channels: `y[i, j, (m · s + n) · channels + c] = x[i · s + m, j · s + n, c]`, where `s` is
 * the size of a block.
 *
 * `[batch, height, width, channels]` → `[batch, height / s, width / s, s² · channels]`.
 *
 * @example
 * ```ts
 * spaceToDepth(tensor([[[[1], [2]], [[3], [4]]]]), { blockSize: 2 }); // [[[[1, 2, 3, 4]]]]
 * ```
 * @throws ShapeError when height and width do not divide into blocks.
 * @throws ArgumentError when blocks are smaller than 2.
 * @see Keras `keras.ops.space_to_depth`
 */
export const spaceToDepth: OptionOp<SpaceToDepthOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'SpaceToDepth',
  module: 'nn',
  options: ['blockSize', 'dataFormat'],
  call: (x: Tensor, options: SpaceToDepthOptions) =>
    onBlocks('spaceToDepth', x, options, (images, size) => {
      const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
      if (height % size !== 0 || width % size !== 0) {
        throw new ShapeError({
          who: 'spaceToDepth',
          expected: `height and width that are multiples of ${size}`,
          got: formatShape(images.shape),
        });
      }
      const [rows, columns] = [height / size, width / size];
      const blocks = reshape(images, [batch, rows, size, columns, size, channels]);
      return reshape(transpose(blocks, [0, 1, 3, 2, 4, 5]), [batch, rows, columns, size ** 2 * channels]);
    }),
});
