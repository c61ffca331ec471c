import { viewOps } from '../op-classes.js';
import type { Dataflow } from './dataflow.js';
import type { Region, Regions } from './regions.js';

/** Reading across the rows is slow: with more readers it is better done once. */
const mostTransposes = 2;

/** Lets regions read through views whose result nothing else needs. */
export function takeViews(flow: Dataflow, regions: Regions): void {
  for (let place = flow.operations.length - 1; place >= 0; place--) {
    const { op } = flow.at(place);
    if (!viewOps.has(op)) continue;
    const { id } = flow.result(place);
    const readers = new Set(flow.consumers(id).flatMap((user) => readersOf(regions, user)));
    const few = op !== 'Transpose' || readers.size <= mostTransposes;
    if (flow.escaping.has(id) || !few || readers.has(undefined)) continue;
    for (const reader of readers) reader?.members.add(place);
  }
}

/** The regions that an operation is in: several for a view. Undefined stands for one that cannot read through views. */
function readersOf(regions: Regions, place: number): (Region | undefined)[] {
  const holders = regions.all().filter(({ kind, members }) => kind !== 'other' && members.has(place));
  return holders.length === 0 ? [undefined] : holders;
}
