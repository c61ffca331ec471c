import {
  type JitCompile,
  MemoryError,
  type Program,
  type Refusal,
  type Runtime,
  type Signature,
  type Step,
} from '@myelin/core';
import { eagerRuntime, ensureAbstractEvaluator } from '@myelin/ops';
import { joinVectors } from './native/wide-vectors.js';
import { checkSimd } from './check-simd.js';
import { isNode } from './is-node.js';
import type { Engine } from './program/engine.js';
import { prepareWasm } from './prepare-wasm.js';
import { HeldData } from './program/held-data.js';
import { sharedEngine } from './program/shared-engine.js';
import { type WasmOptions, backendNames } from './wasm-options.js';

/**
 * Runs models on WebAssembly with SIMD: each step of training, evaluation or prediction is compiled to one program.
 *
 * Steps that cannot be compiled run op by op on a backend of tfjs-core, which also serves calls of layers and ops on
 * tensors; in a page it is loaded when it is needed.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * currentRuntime().name; // 'wasm'
 * ```
 */
export function wasm(options: WasmOptions = {}): Runtime {
  const numerics = options.numerics ?? 'fastest';
  const backendName = backendNames[numerics];
  let wide: boolean | undefined;
  const theEngine = (): Promise<Engine> => {
    wide ??= options.wideVectors === true && joinVectors();
    return sharedEngine(backendName, numerics, options.threads, wide);
  };
  const eager = eagerRuntime(backendName, async () => {
    await prepareWasm(options);
  });
  const { eager: isEager = isNode() } = options;
  const runOpByOp = async (step: Step, signature: Signature, reason: string): Promise<Program | Refusal> => {
    await eager.ready();
    const program = await eager.prepare(step, signature);
    return 'refused' in program ? program : { ...program, report: { kind: 'op by op', reason } };
  };
  const warned = new Set<string>();
  return {
    name: 'wasm',
    async ready() {
      checkSimd();
      ensureAbstractEvaluator();
      const [engine] = await Promise.all([theEngine(), isEager ? eager.ready() : undefined]);
      await engine.restart();
    },
    async hold(arrays) {
      if (arrays.some(({ dtype }) => dtype === 'string')) return undefined;
      const { arena } = await theEngine();
      try {
        return new HeldData(arena, arrays);
      } catch (error) {
        if (error instanceof MemoryError) return undefined; // Batches may fit all the same.
        throw error;
      }
    },
    async prepare(step, signature, jitCompile: JitCompile = 'auto'): Promise<Program | Refusal> {
      if (jitCompile === false) return runOpByOp(step, signature, 'jitCompile is false');
      const engine = await theEngine();
      try {
        return await engine.compile(step, signature);
      } catch (error) {
        if (!isTraceError(error) || jitCompile === true) throw error;
        const reason = `The ${step.name} step runs op by op: ${error.message}`;
        if (!warned.has(reason)) console.warn(reason);
        warned.add(reason);
        return runOpByOp(step, signature, error.message);
      }
    },
  };
}

/** By its name: there may be two copies of core. */
function isTraceError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'TraceError';
}
