import { type NdArray, type Program, type Runtime, tensorDType } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Prepares a step for inputs like these on a runtime. */
export async function prepareStep(
  runtime: Runtime,
  inputs: readonly NdArray[],
  run: (inputs: readonly Tensor[]) => readonly Tensor[],
): Promise<Program> {
  const signature = { inputs: inputs.map(({ shape, dtype }) => ({ shape, dtype: tensorDType(dtype) })) };
  const program = await runtime.prepare({ name: 'conformance', run }, signature);
  if ('refused' in program) throw new Error(`${runtime.name} refuses the step: ${program.refused}`);
  return program;
}
