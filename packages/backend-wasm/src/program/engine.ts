import { optimize, traceStep } from '@myelin/compiler';
import type { Signature, Step, Variable } from '@myelin/core';
import { type Numerics, type SimdVariant, compileNative, instantiateNative } from '../native/load-native.js';
import type { NativeKernels } from '../native/native-kernels.js';
import { CompiledProgram, type RunProgram } from './compiled-program.js';
import { type LoweredProgram, lowerProgram } from './lower-program.js';
import { Arena } from './memory/arena.js';
import { ArenaResidence, residenceBytes } from './memory/arena-residence.js';
import { Checkpoint } from './memory/checkpoint.js';
import { reportProgram } from './report-program.js';
import { Team } from './threads/team.js';
import { type ThreadCount, countThreads, needsWorkers } from './threads/thread-count.js';
import { Turns } from './threads/turns.js';

/** What an engine is asked for. */
export interface EngineOptions {
  readonly numerics: Numerics;
  /** How many threads the user wants; as many as the machine has cores if left out. */
  readonly threads?: number | undefined;
  /** Whether V8 joins vectors, so that kernels and loops compute two at once. */
  readonly wide?: boolean | undefined;
  /** Of memory; as much as WebAssembly has if left out. */
  readonly maximumBytes?: number | undefined;
}

/** Compiles steps for one memory, in which all of their variables live. */
export class Engine {
  readonly arena: Arena;
  readonly simd: SimdVariant;
  /** Whether two vectors are computed at once. */
  readonly wide: boolean;
  /** Who runs programs together, where there are several threads. */
  readonly team: Team | undefined;
  /** In which order runs have the memory, where workers run programs while the caller goes on. */
  readonly turns: Turns | undefined;
  readonly checkpoint: Checkpoint = new Checkpoint();
  readonly #kernels: NativeKernels;
  readonly #threadCount: ThreadCount;
  readonly #residences = new WeakMap<Variable, ArenaResidence>();
  /** What each program has taken of the arena, apart from the program, so that it can be freed after it is gone. */
  readonly #taken = new Map<number, readonly number[]>();
  readonly #lost = new FinalizationRegistry<number>((id) => {
    this.release(id);
  });
  #programs = 0;

  private constructor(
    arena: Arena,
    simd: SimdVariant,
    wide: boolean,
    kernels: NativeKernels,
    threadCount: ThreadCount,
    team: Team | undefined,
    turns: Turns | undefined,
  ) {
    this.arena = arena;
    this.simd = simd;
    this.wide = wide;
    this.#kernels = kernels;
    this.#threadCount = threadCount;
    this.team = team;
    this.turns = turns;
  }

  static async create(options: EngineOptions): Promise<Engine> {
    const threadCount = countThreads(options.threads);
    const make = needsWorkers() ? Engine.#onWorkers : Engine.#make;
    const engine = await make(options, threadCount);
    if (options.threads !== undefined) {
      // Who asks for threads has them from the first step; others do not wait for them.
      engine.team?.start();
      await engine.team?.settled();
    }
    return engine;
  }

  /** One whose programs workers run, if there can be any. */
  static async #onWorkers(options: EngineOptions, threadCount: ThreadCount): Promise<Engine> {
    try {
      const engine = await Engine.#make(options, threadCount, new Turns());
      await engine.team?.gather();
      return engine;
    } catch (error) {
      const reason = `no workers can be started: ${error instanceof Error ? error.message : String(error)}`;
      return Engine.#make(options, { threads: 1, reason });
    }
  }

  static async #make(
    { numerics, wide = false, maximumBytes }: EngineOptions,
    threadCount: ThreadCount,
    turns?: Turns,
  ): Promise<Engine> {
    const { threads } = threadCount;
    const isShared = threads > 1 || turns !== undefined;
    const { module, simd } = await compileNative(numerics, isShared ? 'shared' : 'unshared');
    const arena = new Arena(isShared, maximumBytes);
    const kernels = await instantiateNative(module, arena.memory);
    const workspaceBytes = kernels.workspaceBytes();
    kernels.setWorkspace(arena.allocate(workspaceBytes, 'the kernels'), wide);
    const first = turns === undefined ? 1 : 0;
    const team = isShared
      ? Team.create(arena, { kernels: module, workspaceBytes, wide, threads, first })
      : undefined;
    return new Engine(arena, simd, wide, kernels, threadCount, team, turns);
  }

  /** The threads that programs may use now. */
  get threadCount(): ThreadCount {
    if (this.team?.broken !== true) return this.#threadCount;
    return { threads: 1, reason: 'a thread has failed; others are started before the next training' };
  }

  /**
   * Records, optimizes and compiles a step.
   *
   * @throws TraceError when it cannot be traced, or holds what no program can compute; MemoryError when there is too
   * little memory for it.
   */
  async compile(step: Step, signature: Signature): Promise<CompiledProgram> {
    const [traced, record] = timed(() => traceStep(step, signature, { keepScans: true }));
    const [program, optimizing] = timed(() => optimize(traced));
    const [lowered, write] = timed(() =>
      lowerProgram(program, {
        arena: this.arena,
        kernels: this.#kernels,
        simd: this.simd,
        wide: this.wide,
        threads: this.#threadCount.threads,
        failed: this.team?.failed ?? 0,
        addressOf: (variable) => this.residenceOf(variable).address,
        bytesToPlace: (variable) => (this.#residences.has(variable) ? 0 : residenceBytes(variable)),
      }),
    );
    const id = this.#programs++;
    this.#taken.set(id, lowered.addresses);
    try {
      const start = performance.now();
      const run = await this.#load(id, lowered);
      const compileMs = { record, optimize: optimizing, write, compile: performance.now() - start };
      const recorded = traced.operations.length;
      const compiled = new CompiledProgram(step.name, id, lowered, this, run, () =>
        reportProgram(program, recorded, lowered, compileMs),
      );
      this.#lost.register(compiled, id);
      return compiled;
    } catch (error) {
      this.release(id);
      throw error;
    }
  }

  /** Starts other workers if one has failed; where workers alone run programs, each run sees to that itself. */
  async restart(): Promise<void> {
    if (this.turns === undefined) await this.team?.restart();
  }

  /** Takes back what a program has, after its last run; harmless when called again. */
  release(id: number): void {
    if (this.turns === undefined) this.#free(id);
    else
      void this.turns.next(() => {
        this.#free(id);
      });
  }

  #free(id: number): void {
    const addresses = this.#taken.get(id);
    if (addresses === undefined) return;
    this.#taken.delete(id);
    this.team?.unload(id);
    for (const address of addresses) this.arena.free(address);
  }

  /** The place of a variable, which it has for as long as it lives. */
  residenceOf(variable: Variable): ArenaResidence {
    let residence = this.#residences.get(variable);
    if (residence === undefined) {
      residence = new ArenaResidence(this.arena, variable);
      variable.reserve(residence);
      this.#residences.set(variable, residence);
    }
    return residence;
  }

  async #load(id: number, { bytes }: LoweredProgram): Promise<RunProgram> {
    const module = await WebAssembly.compile(bytes);
    const findDead = (): void => this.team?.findDead();
    const { exports } = await WebAssembly.instantiate(module, {
      env: { ...this.#kernels, memory: this.arena.memory, findDead },
    });
    await this.team?.load(id, module);
    return exports['run'] as RunProgram;
  }
}

/** What a function returns, and the milliseconds that it took. */
function timed<T>(run: () => T): [T, number] {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
}
