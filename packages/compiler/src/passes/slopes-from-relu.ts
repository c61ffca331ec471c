import type { Operation, Program } from '../ir.js';
import { inBodies } from '../rewriting/in-bodies.js';
import { orSame } from '../rewriting/or-same.js';
import type { Pass } from './pass.js';

/**
 * Takes the slope of a relu from its result: `step(relu(x)) = step(x)`. What went into the relu is then needed no
 * more after it, and may be fused with the product before.
 */
export function slopesFromRelu(program: Program): Program {
  return takenEverywhere(program);
}

const takenEverywhere: Pass = inBodies((program) => {
  const relus = new Map<number, number>();
  const operations = program.operations.map((operation): Operation => {
    const { op, inputs, attrs, outputs } = operation;
    const x = inputs['x'];
    const [result] = outputs;
    if (x === undefined || result === undefined) return operation;
    if (op === 'Relu') relus.set(x, result.id);
    const relu = relus.get(x);
    // Below 0 the slope of relu's result would be that at 0.
    if (op !== 'Step' || relu === undefined || (attrs['alpha'] ?? 0) !== 0) return operation;
    return { ...operation, inputs: { x: relu } };
  });
  const unchanged = orSame(program.operations, operations) === program.operations;
  return unchanged ? program : { ...program, operations };
});
