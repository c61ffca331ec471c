import type { Operation, Program } from '../ir.js';

/** How often each value is used: by operations, as an output, as the new value of a variable. */
export function countUses({
  operations,
  outputs,
  updates,
}: Omit<Program, 'name' | 'leaves'>): Map<number, number> {
  const uses = new Map<number, number>();
  const use = (id: number): void => void uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const { inputs } of operations) Object.values(inputs).forEach(use);
  outputs.forEach(use);
  for (const { value } of updates) use(value);
  return uses;
}

/** The operations with other operands: each id is mapped where the map has it. Bodies see no values from outside. */
export function replaceOperands(operation: Operation, to: ReadonlyMap<number, number>): Operation {
  const entries = Object.entries(operation.inputs);
  if (!entries.some(([, id]) => to.has(id))) return operation;
  return { ...operation, inputs: Object.fromEntries(entries.map(([key, id]) => [key, to.get(id) ?? id])) };
}

/** The program with some values replaced by others wherever they are used. */
export function replaceUses(program: Program, to: ReadonlyMap<number, number>): Program {
  if (to.size === 0) return program;
  const replace = (id: number): number => to.get(id) ?? id;
  return {
    ...program,
    operations: program.operations.map((operation) => replaceOperands(operation, to)),
    outputs: program.outputs.map(replace),
    updates: program.updates.map(({ variable, value }) => ({ variable, value: replace(value) })),
  };
}
