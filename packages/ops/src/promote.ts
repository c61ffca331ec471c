import type { PyFloat } from '@myelin/core';
import { Tensor, cast, scalar } from '@tensorflow/tfjs-core';

type Kind = 'bool' | 'int32' | 'float32';
type Given = Tensor | number | PyFloat;

function kindOf(value: Given): Kind {
  if (typeof value === 'number') return Number.isInteger(value) ? 'int32' : 'float32';
  if (!(value instanceof Tensor)) return 'float32';
  return value.dtype === 'bool' || value.dtype === 'int32' ? value.dtype : 'float32';
}

/**
 * Both operands as tensors of one type: bool gives way to int32, int32 to float32. A whole number is an int, and
 * leaves the type of a tensor as it is; any other number, and a `PyFloat` of a file, is a float.
 *
 * @see Keras `keras.src.backend.common.dtypes.result_type`
 */
export function promote(a: Given, b: Given): [Tensor, Tensor] {
  const kinds = [kindOf(a), kindOf(b)];
  const dtype: Kind = kinds.includes('float32') ? 'float32' : kinds.includes('int32') ? 'int32' : 'bool';
  return [asTensor(a, dtype), asTensor(b, dtype)];
}

/** As {@link promote}, but at least float32: for divisions, powers of floats and means. */
export function promoteToFloat(a: Given, b: Given): [Tensor, Tensor] {
  return [asTensor(a, 'float32'), asTensor(b, 'float32')];
}

function asTensor(value: Given, dtype: Kind): Tensor {
  if (!(value instanceof Tensor)) return scalar(typeof value === 'number' ? value : value.value, dtype);
  return value.dtype === dtype ? value : cast(value, dtype);
}

/** A float32 tensor: what the functions of `nn` and transcendental functions work on. */
export function toFloat(x: Tensor): Tensor {
  return asTensor(x, 'float32');
}
