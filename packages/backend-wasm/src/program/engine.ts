import { type Program as Trace, optimize, trace } from '@myelin/compiler';
import { type Signature, type Step, type Variable } from '@myelin/core';
import { type NativeModule, type Numerics, compileNative, instantiateNative } from '../native/load-native.js';
import type { NativeKernels } from '../native/native-kernels.js';
import { CompiledProgram } from './compiled-program.js';
import { lowerProgram } from './lower-program.js';
import { Arena } from './memory/arena.js';
import { ArenaResidence } from './memory/arena-residence.js';

/** Compiles steps for one memory, in which all of their variables live. */
export class Engine {
  readonly arena: Arena;
  readonly native: NativeModule;
  readonly kernels: NativeKernels;
  readonly #residences = new WeakMap<Variable, ArenaResidence>();

  private constructor(arena: Arena, native: NativeModule, kernels: NativeKernels) {
    this.arena = arena;
    this.native = native;
    this.kernels = kernels;
    kernels.setWorkspace(arena.allocate(kernels.workspaceBytes(), 'the kernels'));
  }

  static async create(numerics: Numerics): Promise<Engine> {
    const native = await compileNative(numerics, 'unshared');
    const arena = new Arena(false);
    return new Engine(arena, native, await instantiateNative(native.module, arena.memory));
  }

  /**
   * Records, optimizes and compiles a step.
   *
   * @throws TraceError when it cannot be traced, or holds what no program can compute.
   */
  async compile(step: Step, signature: Signature): Promise<CompiledProgram> {
    const program: Trace = optimize(trace(step, signature));
    const lowered = lowerProgram(program, {
      arena: this.arena,
      kernels: this.kernels,
      shared: false,
      threads: 1,
      addressOf: (variable) => this.residenceOf(variable).address,
    });
    const { instance } = await WebAssembly.instantiate(lowered.bytes, {
      env: { ...this.kernels, memory: this.arena.memory },
    });
    return new CompiledProgram(step.name, lowered, this, instance.exports as unknown as { step: RunStep });
  }

  residenceOf(variable: Variable): ArenaResidence {
    let residence = this.#residences.get(variable);
    if (residence === undefined) {
      residence = new ArenaResidence(this.arena, variable);
      this.#residences.set(variable, residence);
    }
    return residence;
  }
}

export type RunStep = (thread: number, threads: number) => void;
