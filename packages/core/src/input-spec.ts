import { ShapeError } from './errors.js';
import { type Shape, formatShape } from './shape.js';

/** What a layer demands of its input, checked at every call. */
export interface InputSpec {
  readonly rank?: number;
  readonly minRank?: number;
  /** Sizes that axes must have; negative axes count from the end. */
  readonly axes?: Readonly<Record<number, number>>;
}

/** @throws ShapeError naming the layer when the shape does not fit. */
export function checkInput(who: string, spec: InputSpec, shape: Shape): void {
  const fail = (expected: string): never => {
    throw new ShapeError({ who, expected: `an input ${expected}`, got: `the shape ${formatShape(shape)}` });
  };
  if (spec.rank !== undefined && shape.length !== spec.rank) fail(`with ${spec.rank} axes`);
  if (spec.minRank !== undefined && shape.length < spec.minRank) fail(`with at least ${spec.minRank} axes`);
  for (const [axis, size] of Object.entries(spec.axes ?? {})) {
    const found = shape.at(Number(axis));
    if (found !== size && found !== null) fail(`whose axis ${axis} has the size ${size}`);
  }
}
