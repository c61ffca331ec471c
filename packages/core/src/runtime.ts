import type { Tensor } from '@tensorflow/tfjs-core';
import { ambient } from './ambient.js';
import type { TensorDType } from './dtype.js';
import { StateError } from './errors.js';
import type { NdArray } from './nd-array.js';
import type { StepReport } from './step-report.js';

/**
 * One step of training, evaluation or prediction: a pure function of the batch and of the state that it reads
 * and updates through the current scope.
 */
export interface Step {
  /** `train`, `test` or `predict`. */
  readonly name: string;
  /** Whether a user wrote it: then it is recorded twice, and must be the same both times. @defaultValue false */
  readonly isCustom?: boolean;
  run(inputs: readonly Tensor[]): readonly Tensor[];
}

/** Shapes and types of the inputs that a program is prepared for. */
export interface Signature {
  readonly inputs: readonly { readonly shape: readonly number[]; readonly dtype: TensorDType }[];
}

/** What one run of a program returned; it must be read or disposed. */
export interface Outputs {
  /** The values, on the host; disposes the outputs. */
  read(): Promise<NdArray[]>;
  dispose(): void;
}

/** Whole arrays that a runtime holds where its programs can gather batches from them. */
export interface HeldArrays {
  dispose(): void;
}

/**
 * A step that is ready to run for one signature.
 *
 * Where it runs elsewhere while the caller goes on, its outputs are promised. Inputs may change again once they are there;
 * runs that are asked for before that come in turn.
 */
export interface Program {
  run(inputs: readonly NdArray[]): Outputs | Promise<Outputs>;
  /**
   * Runs several steps in one call, each on the next rows of the arrays that the runtime holds; returns the outputs of
   * the last. There only if the runtime has `hold`.
   *
   * @param order - of the rows; null for their own.
   */
  runSteps?(
    arrays: HeldArrays,
    order: Uint32Array | null,
    firstRow: number,
    steps: number,
  ): Outputs | Promise<Outputs>;
  /** What there is to know about it; nothing if left out. */
  readonly report?: StepReport;
  dispose(): void;
}

/** Why a runtime does not run a step. */
export interface Refusal {
  readonly refused: string;
}

/**
 * Whether steps run as compiled programs: `'auto'` where it is possible, `true` or not at all, `false` never.
 *
 * @see Keras `compile(jit_compile=...)`
 */
export type JitCompile = 'auto' | boolean;

/** What runs steps: eagerly on a backend of tfjs, or compiled. */
export interface Runtime {
  readonly name: string;
  /** Resolves when steps can be run; loads what must be loaded. */
  ready(): Promise<void>;
  /** Takes arrays in, one for each input of a step; undefined if they are too large, or of strings. */
  hold?(arrays: readonly NdArray[]): Promise<HeldArrays | undefined>;
  /** @param jitCompile - how much the user wants compiled programs; `'auto'` if left out. */
  prepare(step: Step, signature: Signature, jitCompile?: JitCompile): Promise<Program | Refusal>;
}

/**
 * Chooses what runs the models from now on.
 *
 * @example
 * ```ts
 * await useBackend({
 *   name: 'idle',
 *   ready: () => Promise.resolve(),
 *   prepare: () => Promise.resolve({ refused: 'it runs nothing' }),
 * });
 * currentRuntime().name; // 'idle'
 * ```
 */
export async function useBackend(runtime: Runtime): Promise<void> {
  await runtime.ready();
  ambient().runtime = runtime;
}

/** Says what to load, at first use, where nobody chooses a runtime; an offer made before stays. */
export function offerRuntime(load: () => Promise<Runtime>): void {
  ambient().offeredRuntime ??= load;
}

/**
 * The runtime in use, ready to run steps: the chosen one, else the offered one.
 *
 * @throws StateError when none was chosen or offered.
 */
export async function ensureRuntime(): Promise<Runtime> {
  const state = ambient();
  if (state.runtime === undefined && state.offeredRuntime !== undefined) {
    const offered = await state.offeredRuntime();
    // Another may have been chosen meanwhile.
    state.runtime ??= offered;
  }
  const runtime = currentRuntime();
  await runtime.ready();
  return runtime;
}

/** @throws StateError when no runtime was chosen. */
export function currentRuntime(): Runtime {
  const { runtime } = ambient();
  if (runtime === undefined) {
    throw new StateError({
      who: 'currentRuntime',
      expected: 'a runtime',
      got: 'none',
      hint: 'Call `await useBackend(wasm())` with `wasm` of @myelin/backend-wasm first, or import from `myelin`, which chooses one itself.',
    });
  }
  return runtime;
}
