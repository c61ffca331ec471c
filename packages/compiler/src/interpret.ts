import { type ArrayLike as HostArray, NdArray, TraceError, type Variable } from '@myelin/core';
import { type Buffer, makeBuffer } from './interpreter/buffer.js';
import { elementwise } from './interpreter/elementwise.js';
import type { Kernel } from './interpreter/kernel.js';
import { layout } from './interpreter/layout.js';
import { matrix } from './interpreter/matrix.js';
import { reductions } from './interpreter/reductions.js';
import type { Leaf, Program } from './ir.js';

const kernels: ReadonlyMap<string, Kernel> = new Map(
  Object.entries({ ...elementwise, ...reductions, ...layout, ...matrix }),
);

/** What a run returned, in float64. */
export interface Interpretation {
  readonly outputs: readonly NdArray[];
  /** New values of the variables that the step updates. */
  readonly updates: ReadonlyMap<Variable, NdArray>;
}

/**
 * Runs a program in float64 with plain loops: slow, and the judge of every faster way to run it.
 *
 * @param state - values of the variables that the program reads; they stay as they are.
 * @throws TraceError for an operation that it does not know.
 */
export function interpret(
  program: Program,
  inputs: readonly HostArray[],
  state: ReadonlyMap<Variable, NdArray>,
): Interpretation {
  const buffers = new Map<number, Buffer>();
  for (const leaf of program.leaves) buffers.set(leaf.value.id, leafBuffer(leaf, inputs, state));
  for (const { op, inputs: operands, attrs, outputs } of program.operations) {
    const kernel = kernels.get(op);
    if (kernel === undefined) {
      throw new TraceError({ who: 'interpret', expected: 'operations that the interpreter knows', got: op });
    }
    const given = Object.fromEntries(
      Object.entries(operands).map(([key, id]) => [key, buffers.get(id) as Buffer]),
    );
    const results = kernel(given, attrs, outputs);
    outputs.forEach((value, i) => buffers.set(value.id, results[i] as Buffer));
  }
  const read = (id: number): NdArray => {
    const { data, shape } = buffers.get(id) as Buffer;
    return new NdArray(data, shape);
  };
  return {
    outputs: program.outputs.map(read),
    updates: new Map(program.updates.map(({ variable, value }) => [variable, read(value)])),
  };
}

function leafBuffer(leaf: Leaf, inputs: readonly HostArray[], state: ReadonlyMap<Variable, NdArray>): Buffer {
  const { shape } = leaf.value;
  if (leaf.kind === 'const') return makeBuffer(shape, (i) => leaf.data[i] ?? 0);
  const given = leaf.kind === 'input' ? inputs[leaf.index] : state.get(leaf.variable);
  if (given === undefined) {
    const name = leaf.kind === 'input' ? `input ${leaf.index}` : leaf.variable.path;
    throw new TraceError({ who: 'interpret', expected: `a value for ${name}`, got: 'none' });
  }
  const { data } = NdArray.from(given);
  return makeBuffer(shape, (i) => Number(data[i]));
}
