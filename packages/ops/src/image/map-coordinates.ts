import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, unstack } from '@tensorflow/tfjs-core';
import { cast } from '../cast.js';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { toFloat } from '../promote.js';
import { round } from '../round.js';
import { type MapFillMode, interpolated, placesAround } from './internal/interpolated.js';

export interface MapCoordinatesOptions {
  /** Whether to take the nearest element (0), or to interpolate between those around (1). */
  readonly order: 0 | 1;
  /** What lies outside. @defaultValue 'constant' */
  readonly fillMode?: MapFillMode;
  /** What `constant` fills in. @defaultValue 0 */
  readonly fillValue?: number;
}

/**
 * A tensor at places between its elements.
 *
 * Whole numbers are rounded. Places before the start are mirrored beside it both by `mirror` and by `reflect`, as in Keras.
 *
 * `inputs` with `n` axes, and `coordinates [n, ...]` → `[...]`.
 *
 * @example
 * ```ts
 * mapCoordinates(tensor([1, 5, 9]), tensor([[0.5, 1.25]]), { order: 1 }); // [3, 6]
 * ```
 * @throws ShapeError when there is not one row of coordinates for each axis.
 * @see Keras `keras.ops.image.map_coordinates`
 */
export const mapCoordinates: (<X extends Operand, C extends Operand>(
  inputs: X,
  coordinates: C,
  options: MapCoordinatesOptions,
) => Result<X | C>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'MapCoordinates',
  module: 'image',
  operands: 2,
  options: ['order', 'fillMode', 'fillValue'],
  call(inputs: Tensor, coordinates: Tensor, options: MapCoordinatesOptions) {
    const { order, fillMode = 'constant', fillValue = 0 } = options;
    if (coordinates.rank < 2 || coordinates.shape[0] !== inputs.rank) {
      throw new ShapeError({
        who: 'mapCoordinates',
        expected: `coordinates [${inputs.rank}, ...], a row for each axis of ${formatShape(inputs.shape)}`,
        got: formatShape(coordinates.shape),
      });
    }
    const places = unstack(toFloat(coordinates)).map((along) => placesAround(along, order));
    const found = interpolated(toFloat(inputs), places, { fillMode, fillValue });
    return inputs.dtype === 'int32' ? cast(round(found), { dtype: 'int32' }) : found;
  },
});
