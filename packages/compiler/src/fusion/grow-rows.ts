import { shapeSize } from '@myelin/core';
import type { Operation } from '../ir.js';
import { cheapOps } from '../op-classes.js';
import { areOverRows, foldedRows, rowKindOf } from '../row-operations.js';
import type { Dataflow } from './dataflow.js';
import { mostArrays } from './merge-loops.js';
import type { Region, Regions } from './regions.js';

/**
 * Joins what is computed of the same rows, where a row is folded into a number that its columns are then computed with:
 * softmax with the cross-entropy and its gradient, layer normalization, and their kind. Each row then passes through the
 * cache once.
 */
export function growRows(flow: Dataflow, regions: Regions): void {
  const folds = new Map(
    flow.operations.flatMap((operation, place): [number, readonly number[]][] => {
      const shape = foldedRows(operation, (id) => flow.value(id));
      return shape === undefined ? [] : [[place, shape]];
    }),
  );
  for (const [place, shape] of folds) {
    if (regions.of(place).kind === 'rows') continue;
    const seed = regions.form([place], 'rows', shape);
    const ofShape = [...folds].filter(([, own]) => own.join() === shape.join()).map(([own]) => own);
    const region = leaveToOthers(flow, regions, grow(flow, regions, new Set(ofShape), seed));
    if (!isWorthIt(flow, region)) regions.dissolve(region);
  }
}

/** @param folds - operations that fold rows of the shape of the region. */
function grow(flow: Dataflow, regions: Regions, folds: ReadonlySet<number>, seed: Region): Region {
  let region = seed;
  const refused = new Set<number>();
  for (;;) {
    const next = neighbours(flow, folds, region).find((place) => !refused.has(place));
    if (next === undefined) return region;
    const larger = withNext(flow, regions, region, next);
    if (larger === undefined) refused.add(next);
    else {
      region = larger;
      refused.clear();
    }
  }
}

/**
 * Leaves to others what only they need: numbers of rows, which they compute for several rows at once, and columns where
 * computing them anew reads no more than reading them would, which then need not be kept. Numbers that follow from no
 * column of the region are left to loops of their own, unless they are cheap.
 */
function leaveToOthers(flow: Dataflow, regions: Regions, region: Region): Region {
  const kept = new Set(region.members);
  for (const place of expensiveNumbers(flow, region)) kept.delete(place);
  // The last first: what only they need may be left, too.
  for (const place of [...kept].toSorted((a, b) => b - a)) {
    const { id } = flow.result(place);
    const users = flow.consumers(id);
    const isForOthers = !flow.escaping.has(id) && users.length > 0 && !users.some((user) => kept.has(user));
    const canCompute = users.every((user) => regions.of(user).kind !== 'other');
    if (isForOthers && canCompute && isEasy(flow, place, region.shape)) kept.delete(place);
  }
  if (kept.size === region.members.size) return region;
  regions.dissolve(region);
  return regions.form([...kept], 'rows', region.shape);
}

/** Operations that compute numbers of rows from nothing in the region but such, with effort, and what they need of it. */
function expensiveNumbers(flow: Dataflow, { members, shape }: Region): Set<number> {
  const early = new Set<number>();
  for (const place of [...members].toSorted((a, b) => a - b)) {
    const operation = flow.at(place);
    const isNumber = rowKindOf(operation, shape, (id) => flow.value(id)) !== 'columns';
    const isFold = foldedRows(operation, (id) => flow.value(id)) !== undefined;
    const within = flow.producers(place).filter((producer) => members.has(producer));
    if (isNumber && !isFold && within.every((producer) => early.has(producer))) early.add(place);
  }
  const isExpensive = ({ op }: Operation): boolean => !cheapOps.has(op) && op !== 'Reshape';
  const found = new Set([...early].filter((place) => isExpensive(flow.at(place))));
  // What is added is followed, too.
  for (const place of found)
    for (const producer of flow.producers(place)) if (early.has(producer)) found.add(producer);
  return found;
}

/** Whether an operation is no effort for those who need it. */
function isEasy(flow: Dataflow, place: number, rows: readonly number[]): boolean {
  const operation = flow.at(place);
  if (rowKindOf(operation, rows, (id) => flow.value(id)) !== 'columns')
    return foldedRows(operation, (id) => flow.value(id)) === undefined && operation.op !== 'Reshape';
  const size = shapeSize(rows);
  const large = flow.operands(place).filter((id) => shapeSize(flow.value(id).shape) === size);
  return cheapOps.has(operation.op) && large.length <= 1;
}

/** Operations that compute what the region reads, such as read what it computes, and such as fold what it reads. */
function neighbours(flow: Dataflow, folds: ReadonlySet<number>, { members }: Region): number[] {
  const near = [...members].flatMap((place) => [
    ...flow.producers(place),
    ...flow.at(place).outputs.flatMap(({ id }) => flow.consumers(id)),
    ...flow.operands(place).flatMap((id) => flow.consumers(id).filter((user) => folds.has(user))),
  ]);
  return [...new Set(near)].filter((place) => !members.has(place)).toSorted((a, b) => a - b);
}

/** The region with one more operation, if that is possible. */
function withNext(flow: Dataflow, regions: Regions, region: Region, next: number): Region | undefined {
  const added = [next, ...sourceOf(flow, region, next)];
  if (!added.every((place) => isWanted(flow, regions, region, place))) return undefined;
  const places = [...region.members, ...added].toSorted((a, b) => a - b);
  const together = new Set(places);
  const arrays = [...regions.operands(together), ...regions.results(together)];
  const operations = places.map((place) => flow.at(place));
  if (arrays.length > mostArrays || !areOverRows(operations, region.shape, (id) => flow.value(id)))
    return undefined;
  const larger = regions.form(places, 'rows', region.shape);
  if (!regions.areApart(larger, larger)) return larger;
  regions.dissolve(larger);
  regions.form([...region.members], 'rows', region.shape);
  return undefined;
}

/** What a `Reshape` of numbers reads, without which it does not belong to the rows. */
function sourceOf(flow: Dataflow, { members }: Region, place: number): number[] {
  if (flow.at(place).op !== 'Reshape') return [];
  return flow.producers(place).filter((producer) => !members.has(producer));
}

/** Whether an operation belongs to the rows rather than to what only reads them. */
function isWanted(flow: Dataflow, regions: Regions, { shape }: Region, place: number): boolean {
  const isOfRows = (at: number): boolean =>
    rowKindOf(flow.at(at), shape, (id) => flow.value(id)) !== undefined;
  if (!isOfRows(place) || regions.of(place).members.size > 1) return false;
  const { id } = flow.result(place);
  const users = flow.consumers(id);
  if (flow.at(place).op === 'Reshape') return users.some(isOfRows);
  // Reductions of columns read at once what only they need.
  const foldsColumns = (user: number): boolean => regions.of(user).kind === 'reduction' && !isOfRows(user);
  return flow.escaping.has(id) || users.length === 0 || !users.every(foldsColumns);
}

/** One fold with what stands before and after it is a reduction, and one softmax has a kernel. */
function isWorthIt(flow: Dataflow, { members, shape }: Region): boolean {
  const operations = [...members].map((place) => flow.at(place));
  const folds = operations.filter((operation) => foldedRows(operation, (id) => flow.value(id)) !== undefined);
  const folded = new Set(folds.flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  const spreads = operations.some(
    ({ inputs, outputs }) =>
      outputs[0]?.shape.length === shape.length &&
      outputs[0].shape.at(-1) !== 1 &&
      Object.values(inputs).some((id) => folded.has(id)),
  );
  return folds.length > 1 || (spreads && members.size > 1) || (members.size > 1 && isSoftmax(folds[0]?.op));
}

const isSoftmax = (op: string | undefined): boolean => op === 'Softmax' || op === 'LogSoftmax';
