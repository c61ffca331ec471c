import { type Body, type Leaf, type Operation, type Program, type Value, bodyNames } from '../ir.js';

/**
 * Puts inputs before state and state before constants, and numbers all values from 0 in the order of the program, so
 * that equal programs have equal texts.
 */
export function numberValues(program: Program): Program {
  const numbers = new Map<number, number>();
  const define = (value: Value): Value => {
    const id = numbers.size;
    numbers.set(value.id, id);
    return { ...value, id };
  };
  const find = (id: number): number => numbers.get(id) as number;
  const operationOf = (operation: Operation): Operation => {
    const { inputs, outputs } = operation;
    const operands = Object.fromEntries(Object.entries(inputs).map(([key, id]) => [key, find(id)]));
    const bodies = bodyNames.flatMap((name) => {
      const body = operation[name];
      return body === undefined ? [] : [[name, bodyOf(body)] as const];
    });
    return { ...operation, inputs: operands, outputs: outputs.map(define), ...Object.fromEntries(bodies) };
  };
  const bodyOf = ({ parameters, operations, results }: Body): Body => ({
    parameters: parameters.map(define),
    operations: operations.map(operationOf),
    results: results.map(find),
  });
  return {
    ...program,
    leaves: program.leaves.toSorted(byKind).map((leaf): Leaf => ({ ...leaf, value: define(leaf.value) })),
    operations: program.operations.map(operationOf),
    outputs: program.outputs.map(find),
    updates: program.updates.map(({ variable, value }) => ({ variable, value: find(value) })),
  };
}

const order = ['input', 'state', 'const'];

function byKind(a: Leaf, b: Leaf): number {
  return order.indexOf(a.kind) - order.indexOf(b.kind);
}
