import { type NdArray, type Program, type Runtime, StateError, type Step, tensorDType } from '@myelin/core';
import type { BatchLayout } from './batch.js';

/** The prepared steps of a model, one for each runtime, step, layout of the batch and signature. */
export interface Programs {
  get(runtime: Runtime, step: Step, layout: BatchLayout, inputs: readonly NdArray[]): Promise<Program>;
  clear(): void;
}

export function makePrograms(): Programs {
  const programs = new Map<string, Program>();
  let owner: Runtime | undefined;
  const clear = (): void => {
    for (const program of programs.values()) program.dispose();
    programs.clear();
  };
  return {
    async get(runtime, step, layout, inputs) {
      if (owner !== runtime) clear();
      owner = runtime;
      const signature = { inputs: inputs.map(({ shape, dtype }) => ({ shape, dtype: tensorDType(dtype) })) };
      const key = `${step.name} ${JSON.stringify([layout, signature])}`;
      const known = programs.get(key);
      if (known !== undefined) return known;
      const program = await runtime.prepare(step, signature);
      if ('refused' in program) {
        throw new StateError({
          who: runtime.name,
          expected: `a ${step.name} step that it can run`,
          got: program.refused,
        });
      }
      programs.set(key, program);
      return program;
    },
    clear,
  };
}
