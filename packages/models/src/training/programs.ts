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
import type { ExplainedStep } from '../explain.js';
import type { BatchLayout } from './batch.js';

/** So many programs of a step are kept, those used last: each has memory for all values of its shapes. */
const mostOfStep = 16;

/** The prepared steps of a model, one for each runtime, step, layout of the batch and signature. */
export interface Programs {
  get(runtime: Runtime, step: Step, layout: BatchLayout, signature: Signature): Promise<Program>;
  /** Whether steps are to be compiled from now on. */
  jitCompile: JitCompile;
  /** Those that are ready, in the order of their last use. */
  explain(): readonly ExplainedStep[];
  clear(): void;
}

interface Prepared {
  readonly signature: Signature;
  readonly program: Program;
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
  /** By the names of steps, then by what the program is for; the one that was used last is the last. */
  const kept = new Map<string, Map<string, Prepared>>();
  let owner: Runtime | undefined;
  const clear = (): void => {
    for (const programs of kept.values()) for (const { program } of programs.values()) program.dispose();
    kept.clear();
  };
  const programsOf = (step: Step): Map<string, Prepared> => {
    const programs = kept.get(step.name) ?? new Map<string, Prepared>();
    kept.set(step.name, programs);
    return programs;
  };
  return {
    jitCompile: 'auto',
    async get(runtime, step, layout, signature) {
      if (owner !== runtime) clear();
      owner = runtime;
      const key = JSON.stringify([layout, signature]);
      const programs = programsOf(step);
      const known = programs.get(key);
      const program = known?.program ?? (await prepare(runtime, step, signature, this.jitCompile));
      use(programs, key, { signature, program });
      return program;
    },
    explain: () =>
      [...kept].flatMap(([name, programs]) =>
        [...programs.values()].map(({ signature, program }) => ({
          name,
          inputs: signature.inputs,
          report: program.report ?? {
            kind: 'op by op',
            reason: `${owner?.name ?? 'nobody'} makes no programs`,
          },
        })),
      ),
    clear,
  };
}

async function prepare(
  runtime: Runtime,
  step: Step,
  signature: Signature,
  jitCompile: JitCompile,
): Promise<Program> {
  const program = await runtime.prepare(step, signature, jitCompile);
  if (!('refused' in program)) return program;
  throw new StateError({
    who: runtime.name,
    expected: `a ${step.name} step that it can run`,
    got: program.refused,
  });
}

/** Makes a program the one that was used last, and lets go of the one that was not for the longest time. */
function use(programs: Map<string, Prepared>, key: string, program: Prepared): void {
  programs.delete(key);
  programs.set(key, program);
  const [oldest] = programs.keys();
  if (programs.size <= mostOfStep || oldest === undefined) return;
  programs.get(oldest)?.program.dispose();
  programs.delete(oldest);
}
