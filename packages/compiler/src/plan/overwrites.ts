import { fusedKind } from '../fused-kind.js';
import type { Body, Operation, Value } from '../ir.js';
import { viewOps } from '../op-classes.js';

/**
 * Whether an operation may write a result over the operand at that place among its inputs.
 *
 * It may if it is a `Fused` loop that reads the operand only where it writes: never through a view, and with the shape
 * of the result. What else it reads from the same memory has to be read so, too.
 */
export function mayOverwrite(operation: Operation, operand: number, result: Value): boolean {
  if (fusedKind(operation) !== 'loop') return false;
  const body = operation.body as Body;
  const parameter = body.parameters[operand];
  if (parameter === undefined || parameter.shape.join() !== result.shape.join()) return false;
  const sameWidth = (parameter.dtype === 'bool') === (result.dtype === 'bool');
  return sameWidth && !isViewed(body, parameter.id);
}

function isViewed({ operations }: Body, id: number): boolean {
  return operations.some(({ op, inputs }) => (viewOps.has(op) || op === 'Reshape') && inputs['x'] === id);
}
