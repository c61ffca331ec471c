import { DTypeError, type NdArray, type Shape, ShapeError, formatShape, shapesAgree } from '@myelin/core';
import { isListOfParts } from '../distribute.js';
import { orderInputs } from '../order-inputs.js';
import { type Ports, nameOf } from '../ports.js';
import { exactArray, numericArray } from './check-array.js';

/**
 * Inputs as float32 (or int32) arrays of the shapes that the model takes, in the order of its ports; null for optional
 * ones that were not given.
 *
 * @param ports - undefined where the model is built from these inputs.
 * @param onHost - whether they go through layers on the host first: then they may be strings, and keep all their digits.
 */
export function prepareInputs(
  given: unknown,
  ports: Ports | undefined,
  who: string,
  onHost = false,
): (NdArray | null)[] {
  return partsOf(given, ports, who).map((part, i) => {
    if (part === null && ports?.optional[i] === true) return null;
    const what = nameOf('x', ports, i);
    const isText = ports?.tensors[i]?.dtype === 'string';
    const array = onHost ? hostArray(part, what, who, isText) : numericArray(part, what, who);
    return fitShape(array, ports?.shapes[i], what, who);
  });
}

/** Inputs, of strings or numbers, whose shapes a model is to be built from. */
export function firstInputs(given: unknown, who: string): readonly NdArray[] {
  return partsOf(given, undefined, who).map((part, i) => exactArray(part, nameOf('x', undefined, i), who));
}

function partsOf(given: unknown, ports: Ports | undefined, who: string): readonly unknown[] {
  if (ports !== undefined) return orderInputs<unknown>(given, ports, { who, what: '`x`' });
  return isListOfParts(given) ? given : [given];
}

function hostArray(given: unknown, what: string, who: string, isText: boolean): NdArray {
  const array = exactArray(given, what, who);
  if ((array.dtype === 'string') === isText) return array;
  throw new DTypeError({
    who,
    expected: `${isText ? 'strings' : 'numbers'} in ${what}`,
    got: array.dtype === 'string' ? 'strings' : array.dtype,
    ...(isText ? {} : { hint: "An `input` for strings has `dtype: 'string'`." }),
  });
}

/** Keras takes `[batch]` where `[batch, 1]` is asked, and the reverse. */
function fitShape(array: NdArray, wanted: Shape | undefined, what: string, who: string): NdArray {
  if (wanted === undefined || shapesAgree(array.shape, wanted)) return array;
  if (array.rank === 1 && wanted.length === 2 && wanted[1] === 1) return array.reshape([...array.shape, 1]);
  if (array.rank === wanted.length + 1 && array.shape.at(-1) === 1)
    return fitShape(array.reshape(array.shape.slice(0, -1)), wanted, what, who);
  throw new ShapeError({
    who,
    expected: `inputs ${what} of shape ${formatShape(wanted)}`,
    got: formatShape(array.shape),
    ...(array.rank === wanted.length - 1
      ? { hint: 'One example alone needs an axis for the batch: put it in an array.' }
      : {}),
  });
}
