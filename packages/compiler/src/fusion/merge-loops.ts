import { shapeSize } from '@myelin/core';
import type { Dataflow } from './dataflow.js';
import type { Region, Regions } from './regions.js';

/** More arrays at once would crowd each other out of the cache. */
const mostArrays = 24;

/** Joins loops over one shape where one reads what another computes, and where they read the same. */
export function mergeLoops(flow: Dataflow, regions: Regions): void {
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
  const together = new Set([...a.members, ...b.members]);
  const arrays = [...regions.operands(together), ...regions.results(together)];
  const large = arrays.filter((id) => shapeSize(flow.value(id).shape) > 1);
  if (large.length > mostArrays || regions.areApart(a, b)) return;
  regions.merge(a, b);
}
