import {
  ArgumentError,
  type HeldArrays,
  type NdArray,
  type Outputs,
  type Program,
  StateError,
} from '@myelin/core';
import type { Engine } from './engine.js';
import type { HeldData } from './held-data.js';
import type { LoweredProgram } from './lower-program.js';
import { readElements, writeElements } from './memory/elements.js';
import { ThreadChoice } from './thread-choice.js';
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
  readonly #choice: ThreadChoice;

  constructor(name: string, id: number, lowered: LoweredProgram, engine: Engine, run: RunProgram) {
    this.#name = name;
    this.#id = id;
    this.#lowered = lowered;
    this.#engine = engine;
    this.#runProgram = run;
    this.#choice = new ThreadChoice(lowered.parallelStages === 0 ? 1 : (engine.team?.threads ?? 1));
  }

  run(inputs: readonly NdArray[]): Outputs {
    this.#lowered.inputs.forEach(({ address }, i) => {
      writeElements(this.#engine.arena, address, inputs[i] as NdArray);
    });
    return this.#execute(1, 0, 0, []);
  }

  runSteps(held: HeldArrays, order: Uint32Array | null, firstRow: number, steps: number): Outputs {
    const data = held as HeldData;
    return this.#execute(steps, firstRow, data.orderAddress(order), data.addresses);
  }

  dispose(): void {
    this.#engine.team?.unload(this.#id);
    for (const address of this.#lowered.addresses) this.#engine.arena.free(address);
  }

  #execute(steps: number, firstRow: number, order: number, data: readonly number[]): Outputs {
    const lowered = this.#lowered;
    const { arena } = this.#engine;
    // Another runtime may have moved a variable, or its value may have been set.
    for (const variable of lowered.variables) variable.moveTo(this.#engine.residenceOf(variable));
    const job = arena.integers(lowered.job, jobWords.data + lowered.inputs.length);
    job[jobWords.steps] = steps;
    job[jobWords.firstRow] = firstRow;
    job[jobWords.order] = order;
    lowered.inputs.forEach((_, i) => (job[jobWords.data + i] = data[i] ?? 0));
    this.#runThreads(steps);
    this.#checkFault();
    const outputs = lowered.outputs.map(({ address, value }) =>
      readElements(arena, address, value.shape, value.dtype),
    );
    return { read: () => Promise.resolve(outputs), dispose: () => undefined };
  }

  #runThreads(steps: number): void {
    const { team } = this.#engine;
    const threads = team?.broken === true ? 1 : this.#choice.next();
    const start = performance.now();
    if (threads > 1) team?.begin(this.#id);
    try {
      this.#runProgram(0, threads);
    } catch (cause) {
      if (threads > 1) team?.abandon();
      throw new StateError({
        who: `the ${this.#name} step`,
        expected: 'a program that runs to its end',
        got: cause instanceof Error ? cause.message : String(cause),
        hint: 'This is a defect of Myelin or of the machine; please report it. `compile({ jitCompile: false })` does without programs.',
        cause,
      });
    }
    this.#choice.took(threads, (performance.now() - start) / steps);
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
