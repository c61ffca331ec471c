import { type NdArray, type Program, type Runtime, tensorDType } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

type Run = (inputs: readonly Tensor[]) => readonly Tensor[];

/** Prepares a step for inputs like these on a runtime. */
export async function prepareStep(runtime: Runtime, inputs: readonly NdArray[], run: Run): Promise<Program> {
  const signature = { inputs: inputs.map(({ shape, dtype }) => ({ shape, dtype: tensorDType(dtype) })) };
  const program = await runtime.prepare({ name: 'conformance', run }, signature);
  if ('refused' in program) throw new Error(`${runtime.name} refuses the step: ${program.refused}`);
  return program;
}

/** Runs a program once and returns its outputs. */
export async function runProgram(program: Program, inputs: readonly NdArray[]): Promise<NdArray[]> {
  const outputs = await program.run(inputs);
  return outputs.read();
}

/** Prepares a step for these inputs on a runtime, runs it once and returns its outputs. */
export async function runStep(runtime: Runtime, inputs: readonly NdArray[], run: Run): Promise<NdArray[]> {
  const program = await prepareStep(runtime, inputs, run);
  try {
    return await runProgram(program, inputs);
  } finally {
    program.dispose();
  }
}
