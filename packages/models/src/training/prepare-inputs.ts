import { type NdArray, type Shape, ShapeError, formatShape, shapesAgree } from '@myelin/core';
import { isListOfParts } from '../distribute.js';
import { orderInputs } from '../order-inputs.js';
import { type Ports, nameOf } from '../ports.js';
import { numericArray } from './check-array.js';

/**
 * Inputs as float32 (or int32) arrays of the shapes that the model takes, in the order of its ports.
 *
 * @param ports - undefined where the model is built from these inputs.
 */
export function prepareInputs(given: unknown, ports: Ports | undefined, who: string): NdArray[] {
  const parts =
    ports === undefined
      ? isListOfParts(given)
        ? given
        : [given]
      : orderInputs<unknown>(given, ports, { who, what: '`x`' });
  return parts.map((part, i) => {
    const what = nameOf('x', ports, i);
    return fitShape(numericArray(part, what, who), ports?.shapes[i], what, who);
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
