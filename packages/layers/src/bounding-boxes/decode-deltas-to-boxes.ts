import { add, concatenate, exp, multiply, split } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { convertFormat } from './convert-format.js';
import { type DeltaFormat, type DeltaOptions, extentOf, varianceOf } from './internal/delta-options.js';

/** Options of {@link decodeDeltasToBoxes}. */
export interface DecodeDeltasToBoxesOptions extends DeltaOptions {
  /** The order of the offsets. @defaultValue 'center_yxhw' */
  readonly encodedFormat?: DeltaFormat;
}

/**
 * Boxes from their offsets from anchors: what `encodeBoxToDeltas` turns round.
 *
 * `[..., 4]` each → the same shape.
 *
 * @example
 * ```ts
 * const [anchors, deltas] = [tensor([[0, 0, 4, 2]]), tensor([[0.5, 0.25, 0, 0]])];
 * decodeDeltasToBoxes(anchors, deltas, { anchorFormat: 'xyxy', boxFormat: 'xyxy' }); // [[1, 1, 5, 3]]
 * ```
 * @throws ArgumentError when `variance` has other than four numbers.
 * @see Keras `keras.utils.bounding_boxes.decode_deltas_to_boxes`
 */
export function decodeDeltasToBoxes(
  anchors: Tensor,
  boxesDelta: Tensor,
  options: DecodeDeltasToBoxesOptions,
): Tensor {
  const { anchorFormat, boxFormat, encodedFormat = 'center_yxhw', variance = null, imageShape } = options;
  const halves = (x: Tensor): [Tensor, Tensor] =>
    split(x, { indicesOrSections: 2, axis: -1 }) as [Tensor, Tensor];
  const size = extentOf(imageShape);
  const [centre, extent] = halves(
    convertFormat(anchors, { source: anchorFormat, target: encodedFormat, ...size }),
  );
  const scale = varianceOf(variance, 'decodeDeltasToBoxes');
  const [offset, growth] = halves(scale === null ? boxesDelta : multiply(boxesDelta, scale));
  const boxes = concatenate([add(multiply(offset, extent), centre), multiply(exp(growth), extent)], {
    axis: -1,
  });
  return convertFormat(boxes, { source: encodedFormat, target: boxFormat, ...size });
}
