import { shapeSize } from '@myelin/core';
import { canEvaluate, evaluate } from '../interpret.js';
import { type Leaf, type Operation, type Program, bodiesOf } from '../ir.js';
import { arrayOf } from '../rewriting/rewrite.js';

/** Constants of more elements would be kept twice: in the program and in its memory. */
const largest = 1024;

/** These are how constants of one value are written. */
const kept = new Set(['BroadcastTo', 'Fill']);

/** Computes, in float64 and then rounded, what follows from constants alone, up to 1,024 elements a result. */
export function foldConstants(program: Program): Program {
  const constants = new Map<number, Extract<Leaf, { kind: 'const' }>>();
  for (const leaf of program.leaves) if (leaf.kind === 'const') constants.set(leaf.value.id, leaf);
  const folded: Leaf[] = [];
  const operations = program.operations.filter((operation) => {
    const operands = Object.values(operation.inputs).flatMap((id) => constants.get(id) ?? []);
    if (operands.length !== Object.keys(operation.inputs).length || !canFold(operation)) return true;
    const buffers = operands.map(({ value, data }) => ({
      shape: value.shape,
      data: Float64Array.from(data),
    }));
    const results = evaluate(operation, buffers);
    operation.outputs.forEach((value, i) => {
      const data = arrayOf(value.dtype, results[i]?.data ?? []);
      const leaf = { kind: 'const', value, data } as const;
      constants.set(value.id, leaf);
      folded.push(leaf);
    });
    return false;
  });
  return folded.length === 0 ? program : { ...program, leaves: [...program.leaves, ...folded], operations };
}

function canFold(operation: Operation): boolean {
  const { op, outputs } = operation;
  const size = outputs.reduce((sum, { shape }) => sum + shapeSize(shape), 0);
  const numeric = outputs.every(({ dtype }) => dtype !== 'string');
  return numeric && size <= largest && !kept.has(op) && bodiesOf(operation).length === 0 && canEvaluate(op);
}
