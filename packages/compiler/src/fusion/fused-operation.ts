import type { Operation, Value } from '../ir.js';
import { replaceOperands } from '../rewriting/uses.js';
import type { Dataflow } from './dataflow.js';

/** Operations as one `Fused` operation. Its results keep their numbers; what is inside gets new ones. */
export function fusedOperation(
  flow: Dataflow,
  members: ReadonlySet<number>,
  { operands, results }: { operands: readonly number[]; results: readonly number[] },
  newNumber: () => number,
): Operation {
  const inner = new Map<number, number>();
  const renamed = (value: Value): Value => {
    const id = newNumber();
    inner.set(value.id, id);
    return { ...value, id };
  };
  const parameters = operands.map((id) => renamed(flow.value(id)));
  const operations = [...members]
    .toSorted((a, b) => a - b)
    .map((place) => {
      const operation = replaceOperands(flow.at(place), inner);
      return { ...operation, outputs: operation.outputs.map(renamed) };
    });
  return {
    op: 'Fused',
    inputs: Object.fromEntries(operands.map((id, i) => [i, id])),
    attrs: {},
    outputs: results.map((id) => flow.value(id)),
    body: { parameters, operations, results: results.map((id) => inner.get(id) as number) },
  };
}
