import { shapeSize } from '@myelin/core';
import { Dataflow } from '../fusion/dataflow.js';
import type { Operation, Program } from '../ir.js';
import { cheapOps, fusedReductions, isElementwise } from '../op-classes.js';
import { inBodies } from '../rewriting/in-bodies.js';
import { nextNumber } from '../rewriting/numbers.js';
import { replaceOperands } from '../rewriting/uses.js';
import type { Pass } from './pass.js';

/** More copies would cost more than they spare, and chains of copies would multiply. */
const mostCopies = 4;

/**
 * Computes cheap elementwise values anew for each operation that uses them, where that reads no more memory than
 * reading the value would: it then need not be kept. Regions that get several copies share them again.
 */
export function repeatCheapOperations(program: Program): Program {
  return repeatEverywhere(program);
}

const repeatEverywhere: Pass = inBodies((program) => {
  const flow = new Dataflow(program);
  let next = nextNumber(program);
  const copies = new Map<number, Operation[]>();
  const changed = new Map<number, Operation>();
  const now = (place: number): Operation => changed.get(place) ?? flow.at(place);
  for (let place = flow.operations.length - 1; place >= 0; place--) {
    // A consumer that was copied uses the value as often as there are copies.
    const users = flow.operations[place]?.outputs.flatMap(({ id }) => flow.consumers(id)) ?? [];
    const count = users.reduce((sum, user) => sum + (copies.get(user)?.length ?? 1), 0);
    if (count < 2 || count > mostCopies || !isRepeatable(flow, place, users)) continue;
    const { id } = flow.result(place);
    const made: Operation[] = [];
    const copyFor = (user: Operation): Operation => {
      const output = { ...flow.result(place), id: next++ };
      made.push({ ...flow.at(place), outputs: [output] });
      return replaceOperands(user, new Map([[id, output.id]]));
    };
    for (const user of users) {
      const several = copies.get(user);
      if (several === undefined) changed.set(user, copyFor(now(user)));
      else copies.set(user, several.map(copyFor));
    }
    copies.set(place, made);
  }
  if (copies.size === 0) return program;
  return { ...program, operations: flow.operations.flatMap((_, place) => copies.get(place) ?? [now(place)]) };
});

function isRepeatable(flow: Dataflow, place: number, users: readonly number[]): boolean {
  const { op } = flow.at(place);
  const { id, shape } = flow.result(place);
  const size = shapeSize(shape);
  if (!cheapOps.has(op) || size === 1 || flow.escaping.has(id)) return false;
  const large = flow.operands(place).filter((operand) => shapeSize(flow.value(operand).shape) === size);
  return large.length <= 1 && users.every((user) => readsInOrder(flow, user, shape));
}

/** Whether the operation reads a value of that shape where it computes, so that it can compute the value as well. */
function readsInOrder(flow: Dataflow, place: number, shape: readonly number[]): boolean {
  const { op } = flow.at(place);
  return fusedReductions.has(op) || (isElementwise(op) && flow.result(place).shape.join() === shape.join());
}
