import { type NdArray, type Runtime, tensorDType } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Prepares a step for these inputs on a runtime, runs it once and returns its outputs. */
export async function runStep(
  runtime: Runtime,
  inputs: readonly NdArray[],
  run: (inputs: readonly Tensor[]) => readonly Tensor[],
): Promise<NdArray[]> {
  const signature = { inputs: inputs.map(({ shape, dtype }) => ({ shape, dtype: tensorDType(dtype) })) };
  const program = await runtime.prepare({ name: 'conformance', run }, signature);
  if ('refused' in program) throw new Error(`${runtime.name} refuses the step: ${program.refused}`);
  try {
    const outputs = await program.run(inputs);
    return await outputs.read();
  } finally {
    program.dispose();
  }
}
