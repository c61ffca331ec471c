import { shapeSize } from '@myelin/core';
import type { CompileOptions, Model } from '@myelin/models';
import { datasets } from 'myelin';
import type { Examples } from './shuffle-rows.js';

/** Examples as a model takes them: inputs in its shape, labels one-hot where its loss asks for that. */
export function examplesFor(model: Model, loss: CompileOptions['loss'], { x, y }: Examples): Examples {
  const [, ...shape] = model.inputShape as readonly (number | null)[];
  const [rows = 0, ...given] = x.shape;
  const same = shape.every((size): size is number => size !== null) && shapeSize(shape) === shapeSize(given);
  return {
    x: same ? x.reshape([rows, ...shape]) : x,
    y: loss === 'categorical_crossentropy' ? datasets.toCategorical(y, outputsOf(model)) : y,
  };
}

function outputsOf(model: Model): number | undefined {
  const [last] = [
    ...(model.computeOutputShape(model.inputShape as never) as readonly (number | null)[]),
  ].reverse();
  return last ?? undefined;
}
