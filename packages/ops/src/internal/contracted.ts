import { shapeSize } from '@myelin/core';
import { type Tensor, cast, matMul, reshape, transpose, util } from '@tensorflow/tfjs-core';
import { promote, toFloat } from '../promote.js';

/**
 * Sums of products over pairs of axes: the axes of `a` that are left, then those of `b`. Whole numbers are multiplied as
 * floats.
 */
export function contracted(
  a: Tensor | number,
  b: Tensor | number,
  [ofA, ofB]: readonly [readonly number[], readonly number[]],
): Tensor {
  const [left, right] = promote(a, b);
  const [inner, outer] = [
    util.parseAxisParam([...ofA], left.shape),
    util.parseAxisParam([...ofB], right.shape),
  ];
  const rows = left.shape.map((_, i) => i).filter((i) => !inner.includes(i));
  const columns = right.shape.map((_, i) => i).filter((i) => !outer.includes(i));
  const [m, n] = [rows.map((i) => left.shape[i] ?? 1), columns.map((i) => right.shape[i] ?? 1)] as const;
  const k = shapeSize(inner.map((i) => left.shape[i] ?? 1));
  const product = matMul(
    reshape(transpose(toFloat(left), [...rows, ...inner]), [shapeSize(m), k]),
    reshape(transpose(toFloat(right), [...outer, ...columns]), [k, shapeSize(n)]),
  );
  const result = reshape(product, [...m, ...n]);
  return left.dtype === 'float32' ? result : cast(result, left.dtype);
}
