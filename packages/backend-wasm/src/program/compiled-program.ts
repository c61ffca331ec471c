import {
  ArgumentError,
  type HeldArrays,
  type NdArray,
  type Outputs,
  type Program,
  type ProgramReport,
  StateError,
} from '@myelin/core';
import type { Engine } from './engine.js';
import type { HeldData } from './held-data.js';
import type { LoweredProgram } from './lower-program.js';
import type { ArenaResidence } from './memory/arena-residence.js';
import { readElements, writeElements } from './memory/elements.js';
import type { FixedReport } from './report-program.js';
import { ThreadChoice } from './thread-choice.js';
import type { Team } from './threads/team.js';
import { jobWords } from './write-run.js';

/** The export of a program: runs what its job says, as one of some threads. */
export type RunProgram = (thread: number, threads: number) => void;

/** A step that runs as one WebAssembly module. */
export class CompiledProgram implements Program {
  readonly #name: string;
  readonly #id: number;
  readonly #lowered: LoweredProgram;
  readonly #engine: Engine;
  readonly #runProgram: RunProgram;
  /** Who runs it together, if it has parts for several. */
  readonly #team: Team | undefined;
  readonly #choice: ThreadChoice;
  /** The places of the variables that it changes. */
  readonly #changed: readonly ArenaResidence[];
  /** Makes the report when it is asked for: it takes longer than a step. */
  readonly #makeReport: () => FixedReport;
  #hasRun = false;
  #disposed = false;

  constructor(
    name: string,
    id: number,
    lowered: LoweredProgram,
    engine: Engine,
    run: RunProgram,
    makeReport: () => FixedReport,
  ) {
    this.#name = name;
    this.#id = id;
    this.#lowered = lowered;
    this.#engine = engine;
    this.#runProgram = run;
    this.#makeReport = makeReport;
    this.#team = lowered.parallelStages === 0 ? undefined : engine.team;
    this.#choice = new ThreadChoice(this.#team?.threads ?? 1);
    this.#changed = lowered.changed.map((variable) => engine.residenceOf(variable));
  }

  run(inputs: readonly NdArray[]): Outputs | Promise<Outputs> {
    return this.#execute(1, () => {
      this.#lowered.inputs.forEach(({ address, index }) => {
        writeElements(this.#engine.arena, address, inputs[index] as NdArray);
      });
      this.#writeJob(1, 0, 0, []);
    });
  }

  runSteps(
    held: HeldArrays,
    order: Uint32Array | null,
    firstRow: number,
    steps: number,
  ): Outputs | Promise<Outputs> {
    const data = held as HeldData;
    return this.#execute(steps, () => {
      this.#writeJob(steps, firstRow, data.orderAddress(order), data.addresses);
    });
  }

  get report(): ProgramReport {
    const { threads, reason } = this.#engine.threadCount;
    const alone =
      threads === 1 || this.#lowered.parallelStages > 0 ? reason : 'nothing in it is worth sharing';
    return {
      ...this.#makeReport(),
      threads: Math.min(threads, this.#choice.threads),
      threadsReason: this.#choice.reason ?? alone,
    };
  }

  dispose(): void {
    this.#disposed = true;
    this.#engine.release(this.#id);
  }

  /** Runs some steps here, or has workers run them once they are done with what they were asked before. */
  #execute(steps: number, prepare: () => void): Outputs | Promise<Outputs> {
    this.#checkAlive();
    const { team, turns } = this.#engine;
    if (team !== undefined && turns !== undefined) {
      return turns.next(async () => {
        await team.restart();
        this.#keepVariables();
        prepare();
        await this.#runOnWorkers(team, steps);
        return this.#outputs();
      });
    }
    this.#keepVariables();
    prepare();
    this.#runThreads(steps);
    return this.#outputs();
  }

  /** Makes the variables lie where the program has them, and copies those that it changes. */
  #keepVariables(): void {
    this.#engine.checkpoint.extend(this.#changed, this.#takeVariables());
  }

  #writeJob(steps: number, firstRow: number, order: number, data: readonly number[]): void {
    const { job: address, inputs } = this.#lowered;
    const job = this.#engine.arena.integers(address, jobWords.data + inputs.length);
    job[jobWords.steps] = steps;
    job[jobWords.firstRow] = firstRow;
    job[jobWords.order] = order;
    inputs.forEach(({ index }, i) => (job[jobWords.data + i] = data[index] ?? 0));
  }

  #outputs(): Outputs {
    this.#checkFault();
    const outputs = this.#lowered.outputs.map(({ address, value }) =>
      readElements(this.#engine.arena, address, value.shape, value.dtype),
    );
    return { read: () => Promise.resolve(outputs), dispose: () => undefined };
  }

  /** Makes the variables lie in their places: another runtime may have moved one, or its value may have been set. */
  #takeVariables(): boolean {
    const moves = this.#lowered.variables.map((variable) =>
      variable.moveTo(this.#engine.residenceOf(variable)),
    );
    return moves.includes(true);
  }

  #runThreads(steps: number): void {
    const team = this.#team;
    const isAlone = team?.ready === false;
    // Starting helpers would make the first step late.
    if (isAlone && this.#hasRun) team.start();
    this.#hasRun = true;
    const threads = isAlone ? 1 : this.#choice.next();
    const start = performance.now();
    if (threads > 1) team?.begin(this.#id);
    try {
      this.#runProgram(0, threads);
    } catch (cause) {
      if (threads > 1) team?.abandon();
      throw this.#failure(cause);
    }
    if (!isAlone) this.#choice.took(threads, (performance.now() - start) / steps);
  }

  /** The first worker does not wait for those that are not here yet. */
  async #runOnWorkers(team: Team, steps: number): Promise<void> {
    const isAlone = !team.ready;
    const threads = isAlone ? 1 : this.#choice.next();
    for (const residence of this.#changed) residence.isChanging = true;
    try {
      const ms = await team.run(this.#id, threads);
      if (!isAlone) this.#choice.took(threads, ms / steps);
    } catch (cause) {
      throw this.#failure(cause);
    } finally {
      for (const residence of this.#changed) residence.isChanging = false;
    }
  }

  /** Goes back to before the run; returns what is to be said. */
  #failure(cause: unknown): StateError {
    const { arena, checkpoint } = this.#engine;
    const { barrier } = this.#lowered;
    if (barrier !== undefined) arena.integers(barrier.address, barrier.byteLength / 4).fill(0);
    const ageMs = checkpoint.restore(this.#changed);
    return new StateError({
      who: `the ${this.#name} step`,
      expected: 'a program that runs to its end',
      got: cause instanceof Error ? cause.message : String(cause),
      hint: `Everything that it changes is again what it was ${(ageMs / 1000).toFixed(1)} seconds ago. This is a defect of Myelin or of the machine; please report it. \`compile({ jitCompile: false })\` does without programs.`,
      cause,
    });
  }

  /** Its memory may be that of another program by now. */
  #checkAlive(): void {
    if (!this.#disposed) return;
    throw new StateError({
      who: `the ${this.#name} step`,
      expected: 'a program in use',
      got: 'one that was disposed',
      hint: 'Prepare it again.',
    });
  }

  #checkFault(): void {
    const { fault, checks } = this.#lowered;
    const [failed = -1] = this.#engine.arena.integers(fault, 1);
    if (failed < 0) return;
    throw new ArgumentError({
      who: `the ${this.#name} step`,
      expected: checks[failed] ?? 'sound data',
      got: 'others',
      hint: 'This step has changed nothing.',
    });
  }
}
