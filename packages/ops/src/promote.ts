import { Tensor, cast, scalar } from '@tensorflow/tfjs-core';

type Kind = 'bool' | 'int32' | 'float32';

function kindOf(value: Tensor | number): Kind {
  if (typeof value === 'number') return Number.isInteger(value) ? 'int32' : 'float32';
  return value.dtype === 'bool' || value.dtype === 'int32' ? value.dtype : 'float32';
}

/**
 * Both operands as tensors of one type: bool gives way to int32, int32 to float32. A whole number is an int, and
 * leaves the type of a tensor as it is; any other number is a float.
 *
 * @see Keras `keras.src.backend.common.dtypes.result_type`
 */
export function promote(a: Tensor | number, b: Tensor | number): [Tensor, Tensor] {
  const kinds = [kindOf(a), kindOf(b)];
  const dtype: Kind = kinds.includes('float32') ? 'float32' : kinds.includes('int32') ? 'int32' : 'bool';
  return [asTensor(a, dtype), asTensor(b, dtype)];
}

/** As {@link promote}, but at least float32: for divisions, powers of floats and means. */
export function promoteToFloat(a: Tensor | number, b: Tensor | number): [Tensor, Tensor] {
  return [asTensor(a, 'float32'), asTensor(b, 'float32')];
}

function asTensor(value: Tensor | number, dtype: Kind): Tensor {
  if (typeof value === 'number') return scalar(value, dtype);
  return value.dtype === dtype ? value : cast(value, dtype);
}

/** A float32 tensor: what the functions of `nn` and transcendental functions work on. */
export function toFloat(x: Tensor): Tensor {
  return asTensor(x, 'float32');
}
