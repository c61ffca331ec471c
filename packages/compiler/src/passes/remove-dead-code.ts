import type { Body, Operation, Program } from '../ir.js';
import { mapBodies } from '../rewriting/numbers.js';
import { orSame } from '../rewriting/or-same.js';

/** Leaves out operations and leaves that no output and no update of a variable depends on. */
export function removeDeadCode(program: Program): Program {
  const needed = new Set([...program.outputs, ...program.updates.map(({ value }) => value)]);
  const operations = livingOperations(program.operations, needed);
  const leaves = program.leaves.filter(({ value }) => needed.has(value.id));
  if (leaves.length === program.leaves.length && operations === program.operations) return program;
  return { ...program, leaves, operations };
}

/** Those that something needed depends on; adds to it what they need in turn. */
function livingOperations(operations: readonly Operation[], needed: Set<number>): readonly Operation[] {
  const living: Operation[] = [];
  for (const original of operations.toReversed()) {
    if (!original.outputs.some(({ id }) => needed.has(id))) continue;
    const operation = mapBodies(original, livingBody);
    for (const id of Object.values(operation.inputs)) needed.add(id);
    living.push(operation);
  }
  return orSame(operations, living.reverse());
}

function livingBody(body: Body): Body {
  const operations = livingOperations(body.operations, new Set(body.results));
  return operations === body.operations ? body : { ...body, operations };
}
