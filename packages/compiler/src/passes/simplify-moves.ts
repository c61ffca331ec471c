import { shapeSize } from '@myelin/core';
import type { Operation } from '../ir.js';
import type { Rule, Rules, Site } from '../rewriting/rewrite.js';

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

const shapeOf = ({ outputs }: Operation): readonly number[] => outputs[0]?.shape ?? [];
const x = ({ inputs }: Operation): number => inputs['x'] as number;

/** The operand, where the op has neither another shape nor another type. */
const dropIfSame: Rule = (operation, site) => {
  const value = site.value(x(operation));
  const kept = same(value.shape, shapeOf(operation)) && value.dtype === operation.outputs[0]?.dtype;
  return kept ? value.id : undefined;
};

const reshape: Rule = (operation, site) => {
  const source = site.producedBy('Reshape', x(operation));
  return source === undefined ? dropIfSame(operation, site) : site.reshape(x(source), shapeOf(operation));
};

const cast: Rule = (operation, site) => {
  const inner = site.producedBy('Cast', x(operation));
  // What was a bool is 0 or 1 in every type.
  if (inner !== undefined && site.value(x(inner)).dtype === 'bool')
    return site.emit('Cast', { x: x(inner) }, operation.attrs);
  return dropIfSame(operation, site);
};

const transpose: Rule = (operation, site) => {
  const perm = operation.attrs['perm'] as number[];
  const { shape } = site.value(x(operation));
  // Axes of size 1 may lie anywhere.
  const long = perm.filter((axis) => shape[axis] !== 1);
  if (long.every((axis, i) => i === 0 || axis > (long[i - 1] ?? 0)))
    return site.reshape(x(operation), shapeOf(operation));
  const inner = site.producedBy('Transpose', x(operation));
  if (inner === undefined) return undefined;
  const before = inner.attrs['perm'] as number[];
  return site.emit('Transpose', { x: x(inner) }, { perm: perm.map((axis) => before[axis]) });
};

const tile: Rule = (operation, site) => {
  const { shape } = site.value(x(operation));
  const reps = operation.attrs['reps'] as number[];
  const repeatsOnes = shape.every((size, axis) => size === 1 || reps[axis] === 1);
  return repeatsOnes ? site.broadcast(x(operation), shapeOf(operation)) : undefined;
};

const broadcastTo: Rule = (operation, site) => {
  const inner = site.producedBy('BroadcastTo', x(operation));
  return inner === undefined ? dropIfSame(operation, site) : site.broadcast(x(inner), shapeOf(operation));
};

const reverse: Rule = (operation, site) => {
  const { shape } = site.value(x(operation));
  const dims = operation.attrs['dims'] as number[];
  return dims.every((axis) => shape.at(axis) === 1) ? x(operation) : undefined;
};

/** A list of one. */
const join: Rule = ({ inputs, outputs }, site) => {
  const [only, ...others] = Object.values(inputs);
  return only === undefined || others.length > 0 ? undefined : site.reshape(only, outputs[0]?.shape ?? []);
};

/** Parts of size 0 bring nothing. */
const concat: Rule = (operation, site) => {
  const ids = Object.values(operation.inputs);
  const filled = ids.filter((id) => shapeSize(site.value(id).shape) > 0);
  if (filled.length === 0 || filled.length === ids.length) return join(operation, site);
  return site.emit('Concat', Object.fromEntries(filled.map((id, i) => [i, id])), operation.attrs);
};

/**
 * Leaves out what moves nothing, and says the rest with few ops: copies go, axes of size 1 come and go by `Reshape`
 * alone, what repeats axes of size 1 is a `BroadcastTo`, and one `Reshape`, `Transpose` or `BroadcastTo` stands for
 * several in a row.
 */
export const simplifyMoves: Rules = new Map<string, Rule>([
  ['Identity', x],
  ['Cast', cast],
  [
    'ExpandDims',
    (operation, site: Site) => site.reshape(operation.inputs['input'] as number, shapeOf(operation)),
  ],
  ['Reshape', reshape],
  ['Transpose', transpose],
  ['Tile', tile],
  ['BroadcastTo', broadcastTo],
  ['Slice', dropIfSame],
  ['PadV2', dropIfSame],
  ['MirrorPad', dropIfSame],
  ['Reverse', reverse],
  ['Concat', concat],
  ['Pack', join],
  ['SplitV', dropIfSame],
]);
