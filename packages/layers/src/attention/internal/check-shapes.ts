import { ArgumentError, type Shape, ShapeError, formatShape } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { AttentionInputs } from './attention-layer.js';

/** Of each input; none where it is no list. */
export function shapesOf(inputs: AttentionInputs | Tensor): readonly Shape[] {
  return Array.isArray(inputs) ? (inputs as readonly Tensor[]).map(({ shape }) => shape) : [];
}

/** Refuses inputs that do not fit each other. @throws ShapeError naming the layer. */
export function checkShapes(shapes: readonly Shape[], who: string): void {
  const isList = Array.isArray(shapes) && shapes.every((shape) => Array.isArray(shape));
  if (!isList || shapes.length < 2 || shapes.length > 3) {
    throw new ArgumentError({
      who,
      expected: 'a list of query and value, or of query, value and key',
      got: isList && shapes.length > 0 ? `a list of ${shapes.length}` : 'a single input',
      hint: 'For self-attention call it on the same tensor twice: `layer([x, x])`.',
    });
  }
  const [query = [], value = [], key = value] = shapes;
  const steps = (shape: Shape): Shape => shape.slice(1, -1);
  if (
    query.length !== value.length ||
    query.length < 3 ||
    formatShape(steps(value)) !== formatShape(steps(key))
  ) {
    throw new ShapeError({
      who,
      expected: 'query and value with as many axes, at least three, and a key with the steps of the value',
      got: shapes.map(formatShape).join(', '),
    });
  }
}
