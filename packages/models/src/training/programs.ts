import {
  type JitCompile,
  type NdArray,
  type Program,
  type Runtime,
  type Signature,
  StateError,
  type Step,
  tensorDType,
} from '@myelin/core';
import type { BatchLayout } from './batch.js';

/** The prepared steps of a model, one for each runtime, step, layout of the batch and signature. */
export interface Programs {
  get(runtime: Runtime, step: Step, layout: BatchLayout, signature: Signature): Promise<Program>;
  /** Whether steps are to be compiled from now on. */
  jitCompile: JitCompile;
  clear(): void;
}

/** The signature of a step on batches of so many rows of these arrays. */
export function signatureOf(arrays: readonly NdArray[], rows?: number): Signature {
  return {
    inputs: arrays.map(({ shape, dtype }) => ({
      shape: rows === undefined ? shape : [rows, ...shape.slice(1)],
      dtype: tensorDType(dtype),
    })),
  };
}

export function makePrograms(): Programs {
  const programs = new Map<string, Program>();
  let owner: Runtime | undefined;
  const clear = (): void => {
    for (const program of programs.values()) program.dispose();
    programs.clear();
  };
  return {
    jitCompile: 'auto',
    async get(runtime, step, layout, signature) {
      if (owner !== runtime) clear();
      owner = runtime;
      const key = `${step.name} ${JSON.stringify([layout, signature])}`;
      const known = programs.get(key);
      if (known !== undefined) return known;
      const program = await runtime.prepare(step, signature, this.jitCompile);
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
