import { type Tensor, split } from '@tensorflow/tfjs-core';

/** The pieces of a tensor along an axis; indices may be left out at the ends, and repeated. */
export function pieces(x: Tensor, indicesOrSections: number | readonly number[], axis: number): Tensor[] {
  if (typeof indicesOrSections === 'number') return split(x, indicesOrSections, axis);
  const size = x.shape.at(axis) ?? 1;
  const cuts = [0, ...indicesOrSections, size];
  return split(
    x,
    cuts.slice(1).map((cut, i) => cut - (cuts[i] ?? 0)),
    axis,
  );
}
