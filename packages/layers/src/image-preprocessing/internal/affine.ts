import { affineTransform, divide, expandDims, full, multiply, split, stack, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { columnsOf } from '../../bounding-boxes/internal/columns-of.js';
import { oneOf } from '../../internal/one-of.js';
import type { RandomImageConfig } from '../labeled-images.js';
import type { Augmentation } from './augmentation.js';
import { around } from '../../bounding-boxes/internal/around.js';
import { moveBoxes } from './move-boxes.js';

/** How images are made when they are moved. */
export interface SamplingOptions extends RandomImageConfig {
  /**
   * What lies outside of an image: one value (`'constant'`), its border (`'nearest'`), the image again (`'wrap'`) or its
   * mirror image (`'reflect'`). @defaultValue 'reflect'
   */
  fillMode?: 'constant' | 'nearest' | 'wrap' | 'reflect';
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  interpolation?: 'nearest' | 'bilinear';
  /** What `'constant'` fills in. @defaultValue 0 */
  fillValue?: number;
}

export const samplingDefaults = { fillMode: 'reflect', interpolation: 'bilinear', fillValue: 0 } as const;

/** The resolver of `interpolation`. */
export const interpolation: (given: 'nearest' | 'bilinear', who: string) => 'nearest' | 'bilinear' =
  /* @__PURE__ */ oneOf('interpolation', ['nearest', 'bilinear']);

type FillMode = NonNullable<SamplingOptions['fillMode']>;

export const samplingResolvers: {
  readonly fillMode: (given: FillMode, who: string) => FillMode;
  readonly interpolation: typeof interpolation;
} = {
  fillMode: /* @__PURE__ */ oneOf<FillMode>('fillMode', ['constant', 'nearest', 'wrap', 'reflect']),
  interpolation,
};

/** Where a pixel of the result comes from: `(a₀·x + a₁·y + a₂, b₀·x + b₁·y + b₂)`; a number stands for all images. */
export type Matrix = readonly [readonly [Entry, Entry, Entry], readonly [Entry, Entry, Entry]];
/** `[batch]`, or one number for all. */
type Entry = Tensor | number;

/** A change by transforms `[batch, 8]`; `C` are the options that they are drawn by. */
export type AffineAugmentation<C> = Augmentation<
  C & Required<Pick<SamplingOptions, 'fillMode' | 'interpolation' | 'fillValue'>>,
  Tensor
>;

/** Images that are turned, moved, stretched or sheared, each by a transform of its own that is drawn. */
export function affine<C extends object>(
  draw: NonNullable<Augmentation<C, Tensor>['draw']>,
): AffineAugmentation<C> {
  return {
    draw,
    images: (images, transforms, { config: { fillMode, interpolation, fillValue } }) =>
      affineTransform(images, transforms, { fillMode, interpolation, fillValue }),
    masks: (masks, transforms, { config: { fillMode, fillValue } }) =>
      affineTransform(masks, transforms, { fillMode, interpolation: 'nearest', fillValue }),
    boundingBoxes: (boxes, transforms, context) =>
      moveBoxes(boxes, context, (corners) => movedCorners(corners, transforms)),
  };
}

/** The transforms `[batch, 8]` of a matrix for each image. */
export function transformsOf(batch: number, [first, second]: Matrix): Tensor {
  return stack(
    [...first, ...second, 0, 0].map((entry) => (typeof entry === 'number' ? full([batch], entry) : entry)),
    { axis: 1 },
  );
}

/** Boxes around the corners of boxes, after the images went through transforms. */
function movedCorners(corners: Tensor, transforms: Tensor): Tensor {
  const [a0, a1, a2, b0, b1, b2] = split(transforms, { indicesOrSections: 8, axis: 1 }).map((column) =>
    expandDims(column, { axis: 1 }),
  ) as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  const determinant = subtract(multiply(a0, b1), multiply(a1, b0));
  return around(columnsOf(corners), (x, y) => {
    const [fromX, fromY] = [subtract(x, a2), subtract(y, b2)];
    return [
      divide(subtract(multiply(b1, fromX), multiply(a1, fromY)), determinant),
      divide(subtract(multiply(a0, fromY), multiply(b0, fromX)), determinant),
    ];
  });
}
