import { concatenate, divide, log, maximum, split, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { convertFormat } from './convert-format.js';
import { type DeltaFormat, type DeltaOptions, extentOf, varianceOf } from './internal/delta-options.js';

/** Options of {@link encodeBoxToDeltas}. */
export interface EncodeBoxToDeltasOptions extends DeltaOptions {
  /** The order of the offsets. @defaultValue 'center_yxhw' */
  readonly encodingFormat?: DeltaFormat;
}

/**
 * Boxes as offsets from anchors: of their centres, as parts of the size of the anchor, and the logarithms of how much larger
 * they are.
 *
 * `[..., 4]` each → the same shape.
 *
 * @example
 * ```ts
 * const [anchors, boxes] = [tensor([[0, 0, 4, 2]]), tensor([[1, 1, 5, 3]])];
 * encodeBoxToDeltas(anchors, boxes, { anchorFormat: 'xyxy', boxFormat: 'xyxy' }); // [[0.5, 0.25, 0, 0]]
 * ```
 * @throws ArgumentError when `variance` has other than four numbers.
 * @see Keras `keras.utils.bounding_boxes.encode_box_to_deltas`
 */
export function encodeBoxToDeltas(anchors: Tensor, boxes: Tensor, options: EncodeBoxToDeltasOptions): Tensor {
  const { anchorFormat, boxFormat, encodingFormat = 'center_yxhw', variance = null, imageShape } = options;
  const parts = ([x, source]: readonly [Tensor, typeof boxFormat]): [Tensor, Tensor] => {
    const converted = convertFormat(x, { source, target: encodingFormat, ...extentOf(imageShape) });
    return split(converted, { indicesOrSections: 2, axis: -1 }) as [Tensor, Tensor];
  };
  const [centre, size] = parts([anchors, anchorFormat]);
  const [boxCentre, boxSize] = parts([boxes, boxFormat]);
  const anchorSize = maximum(size, 1e-7);
  const deltas = concatenate(
    [divide(subtract(boxCentre, centre), anchorSize), log(divide(maximum(boxSize, 1e-7), anchorSize))],
    { axis: -1 },
  );
  const scale = varianceOf(variance, 'encodeBoxToDeltas');
  return scale === null ? deltas : divide(deltas, scale);
}
