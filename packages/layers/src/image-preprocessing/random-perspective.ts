import {
  add,
  concatenate,
  divide,
  multiply,
  negative,
  onesLike,
  perspectiveTransform,
  reshape,
  solve,
  split,
  tensor,
  where,
  zerosLike,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { columnsOf } from '../bounding-boxes/internal/columns-of.js';
import { upToOne } from '../internal/chance.js';
import { interpolation } from './internal/affine.js';
import { around } from '../bounding-boxes/internal/around.js';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { moveBoxes } from './internal/move-boxes.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomPerspective}. */
export interface RandomPerspectiveConfig extends RandomImageConfig {
  /** Range of the chance that an image is changed, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  factor?: Factor;
  /** How far corners move at most, from 0 to 1: by half of their distance from the left and from above, either way. @defaultValue 1 */
  scale?: number;
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  interpolation?: 'nearest' | 'bilinear';
  /** What lies outside of an image. @defaultValue 0 */
  fillValue?: number;
}

interface PerspectiveOptions extends Required<
  Pick<RandomPerspectiveConfig, 'scale' | 'interpolation' | 'fillValue'>
> {
  readonly factor: Range;
}

/** Which images are changed, `[batch]`; and where their corners lie before and after, `[batch, 4, 2]`. */
interface Perspective {
  readonly isChanged: Tensor;
  readonly start: Tensor;
  readonly end: Tensor;
}

/** @internal */
export const perspective: Augmentation<PerspectiveOptions, Perspective> = {
  draw(draws, { batch, height, width }, { config: { factor: range, scale } }) {
    const [right, bottom] = [width - 1, height - 1];
    const isChanged = draws.chance(batch, range);
    const parts = draws.uniform([batch, 4, 2], [-scale / 2, scale / 2]);
    const corners = tensor(
      [
        [
          [0, 0],
          [right, 0],
          [0, bottom],
          [right, bottom],
        ],
      ],
      'float32',
    );
    const moves = multiply(corners, parts);
    return { isChanged, start: add(multiply(moves, 0), corners), end: add(corners, moves) };
  },

  images: (images, drawn, { config }) => seen(images, drawn, config.interpolation, config.fillValue),
  masks: (masks, drawn, { config }) => seen(masks, drawn, 'nearest', config.fillValue),

  boundingBoxes(boxes, { isChanged, start, end }, context) {
    // What takes corners to where they end, instead of back.
    const [a0, a1, a2, b0, b1, b2, c0, c1] = projection(end, start);
    const sum = (first: Tensor, second: Tensor, x: Tensor, y: Tensor, last: Tensor | number): Tensor =>
      add(add(multiply(first, x), multiply(second, y)), last);
    return moveBoxes(boxes, context, (corners) => {
      const moved = around(columnsOf(corners), (x, y) => {
        const scale = sum(c0, c1, x, y, 1);
        return [divide(sum(a0, a1, x, y, a2), scale), divide(sum(b0, b1, x, y, b2), scale)];
      });
      return where(reshape(isChanged, { newshape: [-1, 1, 1] }), moved, corners);
    });
  },
};

/**
 * Shows images from another side in training, chosen by chance: the corners go where it is drawn.
 *
 * At inference images stay as they are. Masks and boxes are changed with their images; a box becomes the smallest one around
 * its corners.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomPerspective({ scale: 0 })(tensor([[[1], [2]], [[3], [4]]]), { training: true }); // [[[1], [2]], [[3], [4]]]
 * ```
 * @throws ArgumentError for a factor or a scale that is out of range.
 * @see Keras `keras.layers.RandomPerspective`
 */
export const randomPerspective: ImageLayerFactory<RandomPerspectiveConfig> = /* @__PURE__ */ defineImageLayer(
  {
    className: 'RandomPerspective',
    ranges: ['factor'],
    floats: ['scale', 'fillValue'],
    defaults: { factor: 1, scale: 1, interpolation: 'bilinear', fillValue: 0 },
    resolve: { factor: factor('factor', [0, 1]), scale: upToOne('scale'), interpolation },
    ...perspective,
  },
);

function seen(
  images: Tensor,
  { isChanged, start, end }: Perspective,
  how: 'nearest' | 'bilinear',
  fillValue: number,
): Tensor {
  const changed = perspectiveTransform(images, start, end, { interpolation: how, fillValue });
  return where(reshape(isChanged, { newshape: [-1, 1, 1, 1] }), changed, images);
}

type Eight = [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];

/** The numbers of a projection that takes `from` to `to`, `[batch, 1, 1]` each: each point gives two equations. */
function projection(to: Tensor, from: Tensor): Eight {
  const points = (x: Tensor): [Tensor, Tensor] =>
    split(x, { indicesOrSections: 2, axis: 2 }) as [Tensor, Tensor];
  const [[x, y], [toX, toY]] = [points(from), points(to)];
  const [zero, one] = [zerosLike(x), onesLike(x)];
  const back = (factor: Tensor, target: Tensor): Tensor => negative(multiply(factor, target));
  const rows = [
    [x, y, one, zero, zero, zero, back(x, toX), back(y, toX)],
    [zero, zero, zero, x, y, one, back(x, toY), back(y, toY)],
  ].map((row) => concatenate(row, { axis: 2 }));
  const equations = concatenate(rows, { axis: 1 });
  const solved = solve(equations, concatenate([toX, toY], { axis: 1 }));
  return split(solved, { indicesOrSections: 8, axis: 1 }) as Eight;
}
