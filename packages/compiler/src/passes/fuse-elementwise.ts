import { Dataflow } from '../fusion/dataflow.js';
import { fusedOperation } from '../fusion/fused-operation.js';
import { growReductions } from '../fusion/grow-reductions.js';
import { growRows } from '../fusion/grow-rows.js';
import { mergeLoops } from '../fusion/merge-loops.js';
import { Regions } from '../fusion/regions.js';
import { schedule } from '../fusion/schedule.js';
import { takeViews } from '../fusion/take-views.js';
import type { Program } from '../ir.js';
import { inBodies } from '../rewriting/in-bodies.js';
import { nextNumber } from '../rewriting/numbers.js';
import type { Pass } from './pass.js';
import { removeDeadCode } from './remove-dead-code.js';

/**
 * Makes `Fused` operations of elementwise ones and reductions, so that each passes over memory once:
 *
 * 1. What folds rows into numbers, and computes columns with them, becomes one pass over the rows.
 * 2. A reduction takes the operations that only it needs, and those after it that lead to one result.
 * 3. Loops over one shape become one where one reads what another computes, and where they read the same.
 * 4. They read through transposes, slices and the like.
 *
 * Values that others need as well are further results of the loop that computes them. Regions never wait for each
 * other in a circle.
 */
export function fuseElementwise(program: Program): Program {
  return fuseEverywhere(program);
}

const fuseEverywhere: Pass = inBodies((given) => {
  let next = nextNumber(given);
  const program = removeDeadCode(given);
  const flow = new Dataflow(program);
  const regions = new Regions(flow);
  growRows(flow, regions);
  growReductions(flow, regions);
  mergeLoops(flow, regions);
  takeViews(flow, regions);
  const fused = regions.all().filter(({ kind }) => kind !== 'other');
  const inside = new Set(fused.flatMap(({ members }) => [...members]));
  const left = regions
    .all()
    .filter(({ kind, members }) => kind !== 'other' || ![...members].every((at) => inside.has(at)));
  const operations = schedule(program, flow, regions, left).map(({ kind, members }) => {
    const [place] = members;
    if (kind === 'other') return flow.at(place as number);
    const ends = { operands: regions.operands(members), results: regions.results(members) };
    return fusedOperation(flow, members, ends, () => next++);
  });
  return { ...program, operations };
});
