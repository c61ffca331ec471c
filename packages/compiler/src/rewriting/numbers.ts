import { type Body, type Operation, type Program, type Value, bodiesOf } from '../ir.js';

/** The first number that no value of the program has. */
export function nextNumber({ leaves, operations }: Pick<Program, 'leaves' | 'operations'>): number {
  let next = 0;
  const see = ({ id }: Value): void => void (next = Math.max(next, id + 1));
  for (const { value } of leaves) see(value);
  seeAll(operations, see);
  return next;
}

function seeAll(operations: readonly Operation[], see: (value: Value) => void): void {
  for (const operation of operations) {
    operation.outputs.forEach(see);
    for (const [, body] of bodiesOf(operation)) {
      body.parameters.forEach(see);
      seeAll(body.operations, see);
    }
  }
}

/** The operation with each of its bodies changed; itself where none was. */
export function mapBodies(operation: Operation, change: (body: Body) => Body): Operation {
  const bodies = bodiesOf(operation);
  if (bodies.length === 0) return operation;
  const changed = bodies.map(([name, body]) => [name, body, change(body)] as const);
  if (changed.every(([, before, after]) => before === after)) return operation;
  return { ...operation, ...Object.fromEntries(changed.map(([name, , after]) => [name, after])) };
}
