import { bodyProgram } from '../body-program.js';
import { type Body, type Operation, type Value, bodiesOf } from '../ir.js';
import type { Pass } from '../passes/pass.js';
import { mapBodies, nextNumber } from './numbers.js';
import { orSame } from './or-same.js';

/** Applies a pass to a program and to the bodies of its operations, but for those that are fused already. */
export function inBodies(pass: Pass): Pass {
  const onBodies = (operation: Operation, numbers: { next: number }): Operation =>
    operation.op === 'Fused' || bodiesOf(operation).length === 0
      ? operation
      : mapBodies(operation, (body) => onBody(body, numbers));
  const onBody = (body: Body, numbers: { next: number }): Body => {
    const inner = body.operations.map((operation) => onBodies(operation, numbers));
    const operations = pass(
      bodyProgram(numberedFrom(numbers.next, { ...body, operations: inner })),
    ).operations;
    numbers.next = Math.max(numbers.next, nextNumber({ leaves: [], operations }));
    const kept = orSame(body.operations, operations);
    return kept === body.operations ? body : { ...body, operations: kept };
  };
  return (program) => {
    const numbers = { next: nextNumber(program) };
    const operations = program.operations.map((operation) => onBodies(operation, numbers));
    const kept = orSame(program.operations, operations);
    return pass(kept === program.operations ? program : { ...program, operations: kept });
  };
}

/** The body with one more parameter, which nothing reads, so that values that a pass adds are numbered from `next` on. */
function numberedFrom(next: number, body: Body): Body {
  const last: Value = { id: next - 1, shape: [], dtype: 'float32' };
  const known = body.parameters.some(({ id }) => id === last.id);
  return known ? body : { ...body, parameters: [...body.parameters, last] };
}
