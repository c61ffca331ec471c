import { type Tensor, cast, expandDims, oneHot as tfOneHot, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { equal } from './equal.js';
import { fromStart } from './internal/from-start.js';

export interface OneHotOptions {
  readonly numClasses: number;
  /** Where the new axis stands in the result. @defaultValue -1 */
  readonly axis?: number;
  /** @defaultValue 'float32' */
  readonly dtype?: 'float32' | 'int32' | 'bool' | null;
  /** Sparse tensors do not exist here. @defaultValue false */
  readonly sparse?: false;
}

/**
 * A row of zeros with a one at the place of the class, for each class; classes out of range give zeros.
 *
 * `[...]` → `[..., numClasses]`, or with that axis elsewhere.
 *
 * @example
 * ```ts
 * oneHot(tensor([1, 0]), { numClasses: 3 }); // [[0, 1, 0], [1, 0, 0]]
 * ```
 * @see Keras `keras.ops.one_hot`
 */
export const oneHot: OptionOp<OneHotOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'OneHot',
  module: 'nn',
  options: ['numClasses', 'axis', 'dtype', 'sparse'],
  call(x: Tensor, { numClasses, axis = -1, dtype }: OneHotOptions) {
    const rows = cast(rowsOf(cast(x, 'int32'), numClasses), dtype ?? 'float32');
    const place = fromStart(axis, rows.rank);
    if (place === rows.rank - 1) return rows;
    const others = x.shape.map((_, i) => i);
    return transpose(rows, [...others.slice(0, place), rows.rank - 1, ...others.slice(place)]);
  },
});

/** tfjs-core refuses a single class; the kernel of tfjs-backend-wasm writes whole numbers, whatever the type. */
function rowsOf(classes: Tensor, count: number): Tensor {
  if (count === 1) return expandDims(equal(classes, 0), -1);
  return tfOneHot(classes, count, 1, 0, 'int32');
}
