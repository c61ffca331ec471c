import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, reshape, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type BlockOptions, onBlocks } from './internal/on-blocks.js';

export type DepthToSpaceOptions = BlockOptions;

/**
 * Spreads channels over blocks of pixels: `y[i · s + m, j · s + n, c] = x[i, j, (m · s + n) · newChannels + c]`, where `s` is
 * the size of a block.
 *
 * `[batch, height, width, channels]` → `[batch, s · height, s · width, channels / s²]`.
 *
 * @example
 * ```ts
 * depthToSpace(tensor([[[[1, 2, 3, 4]]]]), { blockSize: 2 }); // [[[[1], [2]], [[3], [4]]]]
 * ```
 * @throws ShapeError when the channels do not divide into blocks.
 * @throws ArgumentError when blocks are smaller than 2.
 * @see Keras `keras.ops.depth_to_space`; Shi et al., 2016, arXiv 1609.05158.
 */
export const depthToSpace: OptionOp<DepthToSpaceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'DepthToSpace',
  module: 'nn',
  options: ['blockSize', 'dataFormat'],
  call: (x: Tensor, options: DepthToSpaceOptions) =>
    onBlocks('depthToSpace', x, options, (images, size) => {
      const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
      if (channels % size ** 2 !== 0) {
        throw new ShapeError({
          who: 'depthToSpace',
          expected: `channels that are a multiple of ${size ** 2}`,
          got: formatShape(images.shape),
        });
      }
      const depth = channels / size ** 2;
      const blocks = reshape(images, [batch, height, width, size, size, depth]);
      return reshape(transpose(blocks, [0, 1, 3, 2, 4, 5]), [batch, height * size, width * size, depth]);
    }),
});
