import { shapeSize } from '@myelin/core';
import type { Dataflow } from './dataflow.js';
import type { Region, Regions } from './regions.js';

/** More arrays at once would crowd each other out of the cache. */
export const mostArrays = 24;

/**
 * Joins loops over one shape: first each with the only one that needs what it computes, so that nothing is computed
 * early and kept; then where one reads what another computes, and where they read the same.
 */
export function mergeLoops(flow: Dataflow, regions: Regions): void {
  for (let place = flow.operations.length - 1; place >= 0; place--) {
    const users = new Set(regions.of(place).users.map((user) => regions.of(user)));
    const [only, ...others] = users;
    if (only === undefined || others.length > 0 || isEscaping(flow, place)) continue;
    tryMerge(flow, regions, only, regions.of(place));
  }
  flow.operations.forEach((_, place) => {
    for (const producer of flow.producers(place))
      tryMerge(flow, regions, regions.of(producer), regions.of(place));
  });
  for (const readers of sharedReaders(flow, regions)) {
    readers.forEach((place, i) => {
      for (const other of readers.slice(i + 1)) tryMerge(flow, regions, regions.of(place), regions.of(other));
    });
  }
}

function isEscaping(flow: Dataflow, place: number): boolean {
  return flow.at(place).outputs.some(({ id }) => flow.escaping.has(id));
}

/** Loops that read one value element by element. */
function sharedReaders(flow: Dataflow, regions: Regions): number[][] {
  const isLoop = (place: number, shape: string): boolean =>
    regions.of(place).kind === 'loop' && regions.of(place).shape.join() === shape;
  const read = new Set(flow.operations.flatMap((_, place) => flow.operands(place)));
  const shared = [...read].map((id) => {
    const { shape } = flow.value(id);
    return shapeSize(shape) === 1 ? [] : flow.consumers(id).filter((place) => isLoop(place, shape.join()));
  });
  const scalars = flow.operations.flatMap((_, place) => (isLoop(place, '') ? [place] : []));
  // Those that need nothing but leaves can run before everything else, and must not wait for the others.
  const isFirst = (place: number): boolean => startsFromLeaves(flow, regions, regions.of(place));
  return [scalars.filter(isFirst), scalars.filter((place) => !isFirst(place)), ...shared];
}

function startsFromLeaves(flow: Dataflow, regions: Regions, { members }: Region): boolean {
  return regions.operands(members).every((id) => flow.producer(id) === undefined);
}

function tryMerge(flow: Dataflow, regions: Regions, a: Region, b: Region): void {
  if (a === b || a.kind !== 'loop' || b.kind !== 'loop' || a.shape.join() !== b.shape.join()) return;
  const isSmall = a.members.size + b.members.size < mostArrays / 3;
  if ((isSmall || arraysOf(flow, regions, a, b) <= mostArrays) && !regions.areApart(a, b))
    regions.merge(a, b);
}

/** How many arrays two loops read and write as one. */
function arraysOf(flow: Dataflow, regions: Regions, a: Region, b: Region): number {
  const together = new Set([...a.members, ...b.members]);
  const arrays = [...regions.operands(together), ...regions.results(together)];
  return arrays.filter((id) => shapeSize(flow.value(id).shape) > 1).length;
}
