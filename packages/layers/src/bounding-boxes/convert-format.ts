import { ArgumentError } from '@myelin/core';
import { add, cast, concatenate, divide, multiply, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { columnsOf } from './internal/columns-of.js';

/**
 * How a box is written: two corners (`xyxy`), a corner and the size (`xywh`), the centre and the size (`center_xywh`), rows
 * first (`yxyx`, `center_yxhw`), or any of them as a part of the image (`rel_`).
 */
export type BoundingBoxFormat =
  | 'xyxy'
  | 'yxyx'
  | 'xywh'
  | 'center_xywh'
  | 'center_yxhw'
  | 'rel_xyxy'
  | 'rel_yxyx'
  | 'rel_xywh'
  | 'rel_center_xywh';

/** Height and width of images: numbers, or a tensor that fits `[batch, boxes, 1]`. */
export interface ImageExtent {
  readonly height: number | Tensor;
  readonly width: number | Tensor;
}

/** Options of {@link convertFormat}; relative boxes need the size of the image, others do not. */
export interface ConvertFormatOptions extends Partial<ImageExtent> {
  /** How the boxes are written. */
  readonly source: BoundingBoxFormat;
  /** How they are to be written. */
  readonly target: BoundingBoxFormat;
}

interface Layout {
  /** What the four numbers stand for. */
  readonly kind: 'corners' | 'corner and size' | 'centre and size';
  /** Whether rows come before columns. */
  readonly rowsFirst?: boolean;
  /** Whether they count in parts of the image. */
  readonly isRelative?: boolean;
}

const layouts: Readonly<Record<BoundingBoxFormat, Layout>> = {
  xyxy: { kind: 'corners' },
  yxyx: { kind: 'corners', rowsFirst: true },
  xywh: { kind: 'corner and size' },
  center_xywh: { kind: 'centre and size' },
  center_yxhw: { kind: 'centre and size', rowsFirst: true },
  rel_xyxy: { kind: 'corners', isRelative: true },
  rel_yxyx: { kind: 'corners', rowsFirst: true, isRelative: true },
  rel_xywh: { kind: 'corner and size', isRelative: true },
  rel_center_xywh: { kind: 'centre and size', isRelative: true },
};

/** Keras' names of the formats. @internal */
export const boundingBoxFormats: readonly BoundingBoxFormat[] = /* @__PURE__ */ (
  Object.keys as (layouts: object) => BoundingBoxFormat[]
)(layouts);

/**
 * Bounding boxes in another format.
 *
 * `[..., 4]` → the same shape.
 *
 * @example
 * ```ts
 * const boxes = tensor([[10, 20, 30, 60]]);
 * convertFormat(boxes, { source: 'xyxy', target: 'xywh' }); // [[10, 20, 20, 40]]
 * convertFormat(boxes, { source: 'xyxy', target: 'rel_xyxy', height: 100, width: 50 }); // [[0.2, 0.2, 0.6, 0.6]]
 * ```
 * @throws ArgumentError when boxes become relative, or cease to be, and the size of the image is missing.
 * @see Keras `keras.utils.bounding_boxes.convert_format`
 */
export function convertFormat(boxes: Tensor, options: ConvertFormatOptions): Tensor {
  const { source, target, height, width } = options;
  const [from, to] = [layouts[source], layouts[target]];
  const floats = cast(boxes, { dtype: 'float32' });
  if (source === target) return floats;
  const corners = cornersOf(columnsOf(floats), from);
  if (from.isRelative === to.isRelative) return concatenate(written(corners, to), { axis: -1 });
  if (height === undefined || width === undefined) {
    throw new ArgumentError({
      who: 'convertFormat',
      expected: `\`height\` and \`width\`, to turn "${source}" into "${target}"`,
      got: 'none',
    });
  }
  const scale = to.isRelative === true ? divide : multiply;
  const scaled = corners.map((part, i) => scale(part, i % 2 === 0 ? width : height)) as Corners;
  return concatenate(written(scaled, to), { axis: -1 });
}

/** Left, top, right and bottom. */
type Corners = [Tensor, Tensor, Tensor, Tensor];

function cornersOf(columns: Corners, { kind, rowsFirst = false }: Layout): Corners {
  const [x, y, second, third] = rowsFirst ? exchanged(columns) : columns;
  if (kind === 'corners') return [x, y, second, third];
  if (kind === 'corner and size') return [x, y, add(x, second), add(y, third)];
  const [halfWidth, halfHeight] = [divide(second, 2), divide(third, 2)];
  return [subtract(x, halfWidth), subtract(y, halfHeight), add(x, halfWidth), add(y, halfHeight)];
}

function written([left, top, right, bottom]: Corners, { kind, rowsFirst = false }: Layout): Corners {
  const [width, height] = [subtract(right, left), subtract(bottom, top)];
  const columns: Readonly<Record<Layout['kind'], () => Corners>> = {
    corners: () => [left, top, right, bottom],
    'corner and size': () => [left, top, width, height],
    'centre and size': () => [add(left, divide(width, 2)), add(top, divide(height, 2)), width, height],
  };
  return rowsFirst ? exchanged(columns[kind]()) : columns[kind]();
}

function exchanged([first, second, third, fourth]: Corners): Corners {
  return [second, first, fourth, third];
}
