import { type ArrayLike as HostArray, NdArray, TraceError, type Variable } from '@myelin/core';
import { type Buffer, makeBuffer } from './interpreter/buffer.js';
import { convolutions } from './interpreter/convolutions.js';
import { elementwise } from './interpreter/elementwise.js';
import { fusedProducts } from './interpreter/fused-products.js';
import type { Kernel } from './interpreter/kernel.js';
import { layout } from './interpreter/layout.js';
import { matrix } from './interpreter/matrix.js';
import { permutedProducts } from './interpreter/permuted-product.js';
import { poolingConvolutions } from './interpreter/pooling-convolution.js';
import { recurrentGradients } from './interpreter/recurrent-gradients.js';
import { recurrences } from './interpreter/recurrent.js';
import { reductions } from './interpreter/reductions.js';
import { structural } from './interpreter/structural.js';
import type { Body, Leaf, Operation, Program } from './ir.js';

const kernels: ReadonlyMap<string, Kernel> = new Map(
  Object.entries({
    ...elementwise,
    ...reductions,
    ...layout,
    ...matrix,
    ...convolutions,
    ...fusedProducts,
    ...permutedProducts,
    ...poolingConvolutions,
    ...recurrences,
    ...recurrentGradients,
  }),
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
  runAll(program.operations, buffers);
  const read = (id: number): NdArray => {
    const { data, shape } = buffers.get(id) as Buffer;
    return new NdArray(data, shape);
  };
  return {
    outputs: program.outputs.map(read),
    updates: new Map(program.updates.map(({ variable, value }) => [variable, read(value)])),
  };
}

/** Whether the interpreter knows the operation. */
export function canEvaluate(op: string): boolean {
  return kernels.has(op) || Object.hasOwn(structural, op);
}

/**
 * Runs one operation on operands in the order of its inputs.
 *
 * @throws TraceError for an operation that it does not know.
 */
export function evaluate(operation: Operation, operands: readonly Buffer[]): Buffer[] {
  const { op, inputs, attrs, outputs } = operation;
  const runs = structural[op];
  if (runs !== undefined) return runs(operation, operands, runBody);
  const kernel = kernels.get(op);
  if (kernel === undefined) {
    throw new TraceError({ who: 'interpret', expected: 'operations that the interpreter knows', got: op });
  }
  const given = Object.keys(inputs).map((key, i): [string, Buffer] => [key, operands[i] as Buffer]);
  return kernel(Object.fromEntries(given), attrs, outputs);
}

function runAll(operations: readonly Operation[], buffers: Map<number, Buffer>): void {
  for (const operation of operations) {
    const operands = Object.values(operation.inputs).map((id) => buffers.get(id) as Buffer);
    const results = evaluate(operation, operands);
    operation.outputs.forEach((value, i) => buffers.set(value.id, results[i] as Buffer));
  }
}

function runBody({ parameters, operations, results }: Body, args: readonly Buffer[]): Buffer[] {
  const buffers = new Map(parameters.map(({ id }, i) => [id, args[i] as Buffer]));
  runAll(operations, buffers);
  return results.map((id) => buffers.get(id) as Buffer);
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
