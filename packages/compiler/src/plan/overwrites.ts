import { fusedKind } from '../fused-kind.js';
import type { Body, Operation, Value } from '../ir.js';
import { loopOverProduct } from '../loop-over-product.js';
import { viewOps } from '../op-classes.js';

/** The result of a recurrence that may lie where an operand lay: the gates of each step, and their gradients. */
const overGates: Readonly<Record<string, { readonly operand: string; readonly result: number }>> = {
  LstmSequence: { operand: 'projected', result: 2 },
  LstmSequenceGradient: { operand: 'gates', result: 0 },
  GruSequence: { operand: 'projected', result: 1 },
  GruSequenceGradient: { operand: 'gates', result: 0 },
};

/**
 * Whether an operation may write a result over the operand at that place among its inputs.
 *
 * It may if it is a `Fused` loop that reads the operand only where it writes: never through a view, with the shape of the
 * result, and not as a factor of a product. What else it reads from the same memory has to be read so, too. A recurrence may write its gates over
 * what each step is given, and its gradient theirs over the gates.
 */
export function mayOverwrite(operation: Operation, operand: number, result: Value): boolean {
  const recurrence = overGates[operation.op];
  if (recurrence !== undefined) {
    const name = Object.keys(operation.inputs)[operand];
    return name === recurrence.operand && operation.outputs[recurrence.result] === result;
  }
  const kind = fusedKind(operation);
  if (kind !== 'loop' && kind !== 'product') return false;
  const body = operation.body as Body;
  const parameter = body.parameters[operand];
  const isFactor =
    kind === 'product' && loopOverProduct(body)?.loop.parameters.every((own) => own !== parameter);
  if (isFactor === true) return false;
  if (parameter === undefined || parameter.shape.join() !== result.shape.join()) return false;
  const sameWidth = (parameter.dtype === 'bool') === (result.dtype === 'bool');
  return sameWidth && !isViewed(body, parameter.id);
}

function isViewed({ operations }: Body, id: number): boolean {
  return operations.some(({ op, inputs }) => (viewOps.has(op) || op === 'Reshape') && inputs['x'] === id);
}
