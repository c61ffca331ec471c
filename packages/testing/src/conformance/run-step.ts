import type { NdArray, Runtime } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { prepareStep } from './prepare-step.js';

/** Prepares a step for these inputs on a runtime, runs it once and returns its outputs. */
export async function runStep(
  runtime: Runtime,
  inputs: readonly NdArray[],
  run: (inputs: readonly Tensor[]) => readonly Tensor[],
): Promise<NdArray[]> {
  const program = await prepareStep(runtime, inputs, run);
  try {
    const outputs = await program.run(inputs);
    return await outputs.read();
  } finally {
    program.dispose();
  }
}
