import { type Program as Trace, optimize, traceStep } from '@myelin/compiler';
import type { Signature, Step, Variable } from '@myelin/core';
import { type Numerics, type SimdVariant, compileNative, instantiateNative } from '../native/load-native.js';
import type { NativeKernels } from '../native/native-kernels.js';
import { CompiledProgram, type RunProgram } from './compiled-program.js';
import { lowerProgram } from './lower-program.js';
import { Arena } from './memory/arena.js';
import { ArenaResidence } from './memory/arena-residence.js';
import { Team } from './threads/team.js';
import { type ThreadCount, countThreads } from './threads/thread-count.js';

/** Compiles steps for one memory, in which all of their variables live. */
export class Engine {
  readonly arena: Arena;
  readonly simd: SimdVariant;
  readonly threadCount: ThreadCount;
  /** Who runs programs together, where there are several threads. */
  readonly team: Team | undefined;
  readonly #kernels: NativeKernels;
  readonly #residences = new WeakMap<Variable, ArenaResidence>();
  #programs = 0;

  private constructor(
    arena: Arena,
    simd: SimdVariant,
    kernels: NativeKernels,
    threadCount: ThreadCount,
    team: Team | undefined,
  ) {
    this.arena = arena;
    this.simd = simd;
    this.#kernels = kernels;
    this.threadCount = threadCount;
    this.team = team;
  }

  /** @param asked - how many threads the user wants. */
  static async create(numerics: Numerics, asked: number | undefined): Promise<Engine> {
    const threadCount = await countThreads(asked);
    const { threads } = threadCount;
    const { module, simd } = await compileNative(numerics, threads > 1 ? 'shared' : 'unshared');
    const arena = new Arena(threads > 1);
    const kernels = await instantiateNative(module, arena.memory);
    const workspaceBytes = kernels.workspaceBytes();
    kernels.setWorkspace(arena.allocate(workspaceBytes, 'the kernels'));
    const team = threads > 1 ? await Team.start(arena, module, workspaceBytes, threads) : undefined;
    return new Engine(arena, simd, kernels, threadCount, team);
  }

  /**
   * Records, optimizes and compiles a step.
   *
   * @throws TraceError when it cannot be traced, or holds what no program can compute.
   */
  async compile(step: Step, signature: Signature): Promise<CompiledProgram> {
    const program: Trace = optimize(traceStep(step, signature));
    const lowered = lowerProgram(program, {
      arena: this.arena,
      kernels: this.#kernels,
      threads: this.threadCount.threads,
      failed: this.team?.failed ?? 0,
      addressOf: (variable) => this.residenceOf(variable).address,
    });
    const module = await WebAssembly.compile(lowered.bytes);
    const { exports } = await WebAssembly.instantiate(module, {
      env: { ...this.#kernels, memory: this.arena.memory },
    });
    const id = this.#programs++;
    await this.team?.load(id, module);
    return new CompiledProgram(step.name, id, lowered, this, exports['run'] as RunProgram);
  }

  /** The place of a variable, which it has for as long as it lives. */
  residenceOf(variable: Variable): ArenaResidence {
    let residence = this.#residences.get(variable);
    if (residence === undefined) {
      residence = new ArenaResidence(this.arena, variable);
      this.#residences.set(variable, residence);
    }
    return residence;
  }
}
