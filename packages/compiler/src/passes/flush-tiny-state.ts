import type { Operation, Program, Value } from '../ir.js';
import { nextNumber } from '../rewriting/numbers.js';

/** What is smaller does no more in training than 0 does; its products with rates and shares are normal numbers still. */
const least = Math.fround(1e-30);

/**
 * Leaves no numbers between 0 and 1e-30 in arrays of floats that a step keeps for the next.
 *
 * Moments of gradients that have become 0, moving averages and decaying weights shrink by a factor in every step, down to
 * denormal numbers, where rounding stops them: from then on every step is slow, because many processors take a hundred
 * times as long for those.
 */
export function flushTinyState(program: Program): Program {
  const results = program.operations.flatMap(({ outputs }) => outputs);
  const values = new Map(
    [...program.leaves.map(({ value }) => value), ...results].map((value) => [value.id, value]),
  );
  let next = nextNumber(program);
  const flushes: Operation[] = [];
  const updates = program.updates.map((update) => {
    const { id, shape, dtype } = values.get(update.value) as Value;
    if (dtype !== 'float32' || shape.length === 0) return update;
    const output = { id: next++, shape, dtype };
    flushes.push({ op: 'FlushToZero', inputs: { x: id }, attrs: { least }, outputs: [output] });
    return { ...update, value: output.id };
  });
  if (flushes.length === 0) return program;
  return { ...program, operations: [...program.operations, ...flushes], updates };
}
