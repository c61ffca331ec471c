import { type Shape, ShapeError, formatShape } from '@myelin/core';
import { expandDims, logicalOr } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What the layers that take a list check first. @throws ShapeError for a single input. */
export function checkList(shapes: readonly Shape[], who: string): void {
  if (Array.isArray(shapes) && shapes.length > 0 && shapes.every((shape) => Array.isArray(shape))) return;
  throw new ShapeError({
    who,
    expected: 'a list of inputs',
    got: 'a single one',
    hint: 'Call the layer on an array: `layer([a, b])`.',
  });
}

/** An error that shows all shapes. */
export function mismatch(shapes: readonly Shape[], expected: string, who: string): ShapeError {
  return new ShapeError({ who, expected, got: shapes.map(formatShape).join(' and ') });
}

/** Refuses inputs that cannot be merged element by element. @throws ShapeError naming the layer. */
export function checkBroadcast(shapes: readonly Shape[], who: string): void {
  checkList(shapes, who);
  if (new Set(shapes.map(([batch]) => batch ?? null).filter((batch) => batch !== null)).size > 1) {
    throw mismatch(shapes, 'inputs of one batch size', who);
  }
  const examples = shapes.map((shape) => shape.slice(1));
  const rank = Math.max(...examples.map((example) => example.length));
  for (let axis = 1; axis <= rank; axis++) {
    const sizes = examples.map((example) => example.at(-axis) ?? null).filter((size) => size !== null);
    if (new Set(sizes.filter((size) => size !== 1)).size > 1) {
      throw mismatch(shapes, 'inputs whose sizes are equal or 1 on each axis', who);
    }
  }
}

/** The shape of the merged inputs; sizes that one of them leaves open stay open. */
export function broadcastShape(shapes: readonly Shape[]): Shape {
  const batch = shapes.map((shape) => shape[0] ?? null).find((size) => size !== null) ?? null;
  const examples = shapes.map((shape) => shape.slice(1));
  const rank = Math.max(...examples.map((example) => example.length));
  const sizes = Array.from({ length: rank }, (_, i) => {
    const found = examples.map((example) => example.at(i - rank)).filter((size) => size !== undefined);
    return found.includes(null) ? null : (found.find((size) => size !== 1) ?? 1);
  });
  return [batch, ...sizes];
}

/** Axes of size 1 after the batch, until all have as many axes. */
export function alignRanks(inputs: readonly Tensor[]): Tensor[] {
  const rank = Math.max(...inputs.map((x) => x.rank));
  return inputs.map((x) => {
    let aligned = x;
    while (aligned.rank < rank) aligned = expandDims(aligned, { axis: 1 });
    return aligned;
  });
}

/** Where at least one input counts; no mask if one of them has none. */
export function mergeMasks(masks: readonly (Tensor | null)[]): Tensor | null {
  const known = masks.filter((mask) => mask !== null);
  return known.length < masks.length ? null : known.reduce((merged, mask) => logicalOr(merged, mask));
}
