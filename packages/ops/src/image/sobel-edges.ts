import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  type Tensor4D,
  depthwiseConv2d,
  reshape,
  tensor4d,
  tile,
  transpose,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { pad } from '../pad.js';
import { toFloat } from '../promote.js';
import type { ImageOptions } from './internal/on-images.js';

export type SobelEdgesOptions = ImageOptions;

/**
 * How fast images become lighter from above to below, and from left to right, by Sobel's filters. Outside of an image is its
 * mirror image.
 *
 * `[batch, height, width, channels]` → `[batch, height, width, channels, 2]`.
 *
 * @example
 * ```ts
 * const ramp = tensor([[[[0], [1], [2]], [[0], [1], [2]], [[0], [1], [2]]]]);
 * getItem(sobelEdges(ramp), [0, 1, 1]); // [[0, 8]]
 * ```
 * @throws ShapeError when there are not four axes.
 * @see Keras `keras.ops.image.sobel_edges`
 */
export const sobelEdges: OptionOp<SobelEdgesOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'SobelEdges',
  module: 'image',
  options: ['dataFormat'],
  call(images: Tensor, { dataFormat }: SobelEdgesOptions) {
    if (images.rank !== 4) {
      throw new ShapeError({
        who: 'sobelEdges',
        expected: 'images of four axes',
        got: formatShape(images.shape),
      });
    }
    const x = dataFormat === 'channels_first' ? transpose(images, [0, 2, 3, 1]) : images;
    const edges = edgesOf(toFloat(x));
    return dataFormat === 'channels_first' ? transpose(edges, [0, 3, 1, 2, 4]) : edges;
  },
});

function edgesOf(images: Tensor): Tensor {
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const bordered = pad(images, { padWidth: [[0, 0], [1, 1], [1, 1], [0, 0]], mode: 'reflect' }); // prettier-ignore
  const kernel = tile(tensor4d(filters, [3, 3, 1, 2]), [1, 1, channels, 1]);
  const edges = depthwiseConv2d(bordered as Tensor4D, kernel, 1, 'valid');
  return reshape(edges, [batch, height, width, channels, 2]);
}

/** From above to below, and from left to right, side by side. */
const filters = [-1, -1, -2, 0, -1, 1, 0, -2, 0, 0, 0, 2, 1, -1, 2, 0, 1, 1];
