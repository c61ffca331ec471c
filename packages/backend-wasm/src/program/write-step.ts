import type { FunctionBuilder, Local } from './assembler/function-builder.js';
import type { FunctionType, ModuleBuilder } from './assembler/module-builder.js';
import { writeMeeting } from './barrier.js';
import { thread, threads } from './loops/work-range.js';
import {
  type Branch,
  type Loop,
  type Stage,
  type WhileLoop,
  type Work,
  worksIn,
} from './operations/lowering.js';

interface StepOptions {
  /** The position of the function at which threads meet, where there are several. */
  readonly barrier: number | undefined;
  /** The address of the number that tells which check failed. */
  readonly fault: number;
  /** Numbers a check. */
  check(what: string): number;
}

const stageType: FunctionType = { parameters: ['i32', 'i32'], results: [] };
const checkedType: FunctionType = { parameters: ['i32', 'i32'], results: ['i32'] };

/**
 * Writes a function for each stage, and one that runs them in their order; returns its position.
 *
 * Stages that are not shared belong to the first thread; threads wait for each other only where work is shared.
 */
export function writeStep(module: ModuleBuilder, stages: readonly Stage[], options: StepOptions): number {
  // Functions first: their imports come before the first call by number.
  const positions = new Map(stages.flatMap(worksIn).map((work) => [work, writeFunction(module, work)]));
  return module.add(stageType, (code) => {
    code
      .get(thread)
      .op('i32.eqz')
      .if(() => code.i32(options.fault).i32(-1).storeI32());
    new StepWriter(code, module, { ...options, positions }).write(stages);
  });
}

function writeFunction(module: ModuleBuilder, work: Work): number {
  return module.add(work.mayFail === undefined ? stageType : checkedType, (code) => {
    work.write(code);
  });
}

interface WriterOptions extends StepOptions {
  /** The functions of all work. */
  readonly positions: ReadonlyMap<Work, number>;
}

/** Writes the calls of stages, with the points at which threads meet. */
class StepWriter {
  readonly #code: FunctionBuilder;
  readonly #module: ModuleBuilder;
  readonly #options: WriterOptions;
  /** Whether threads may be apart, so that they have to meet before shared work. */
  #apart = false;

  constructor(code: FunctionBuilder, module: ModuleBuilder, options: WriterOptions) {
    this.#code = code;
    this.#module = module;
    this.#options = options;
  }

  write(stages: readonly Stage[]): void {
    for (const stage of stages) {
      if (stage.kind === 'work') this.#writeWork(stage);
      else if (stage.kind === 'loop') this.#writeLoop(stage);
      else if (stage.kind === 'while') this.#writeWhile(stage);
      else this.#writeBranch(stage);
    }
  }

  #writeWork(work: Work): void {
    const code = this.#code;
    const { parallel, mayFail } = work;
    const position = this.#options.positions.get(work) as number;
    if (parallel) {
      if (this.#apart) this.#meet();
      code.get(thread).get(threads).call(this.#module.numberOf(position));
      this.#meet();
      return;
    }
    this.#apart = true;
    this.#byFirst(() => {
      code.i32(0).i32(1).call(this.#module.numberOf(position));
      if (mayFail === undefined) return;
      code.i32(-1).op('i32.ne');
      const failed = this.#options.check(mayFail);
      code.if(() => code.i32(this.#options.fault).i32(failed).storeI32());
    });
    if (mayFail === undefined) return;
    const fault = code.local('i32');
    this.#agree(this.#options.fault, fault);
    code
      .get(fault)
      .i32(-1)
      .op('i32.ne')
      .if(() => code.return());
  }

  #writeLoop({ times, reverse, counter, stages }: Loop): void {
    const code = this.#code;
    const done = code.local('i32');
    code.i32(0).set(done);
    code.countTo(
      done,
      () => code.i32(times),
      1,
      () => {
        // As they are at the end of a turn, so at the beginning of the next.
        this.#apart = true;
        this.#byFirst(() => {
          code.i32(counter);
          if (reverse)
            code
              .i32(times - 1)
              .get(done)
              .op('i32.sub');
          else code.get(done);
          code.storeI32();
        });
        this.write(stages);
      },
    );
    this.#apart = true;
  }

  #writeWhile({ test, condition, stages }: WhileLoop): void {
    const code = this.#code;
    const goesOn = code.local('i32');
    code.doWhile(() => {
      this.#apart = true;
      this.write(test);
      this.#agree(condition, goesOn);
      code.get(goesOn).if(() => {
        this.write(stages);
      });
      code.get(goesOn);
    });
    this.#apart = false;
  }

  #writeBranch({ condition, stages, otherwise }: Branch): void {
    const code = this.#code;
    const holds = code.local('i32');
    this.#agree(condition, holds);
    let apart = false;
    const side = (inner: readonly Stage[]) => (): void => {
      this.#apart = false;
      this.write(inner);
      apart ||= this.#apart;
    };
    code.get(holds).if(side(stages), side(otherwise));
    this.#apart = apart;
  }

  /** Reads a number of memory such that all threads read the same: after it is written, before it is written again. */
  #agree(address: number, into: Local): void {
    this.#meet();
    this.#code.i32(address).loadI32().set(into);
    this.#meet();
  }

  #byFirst(write: () => void): void {
    this.#code.get(thread).op('i32.eqz').if(write);
  }

  #meet(): void {
    const { barrier } = this.#options;
    if (barrier !== undefined) writeMeeting(this.#code, this.#module, barrier);
    this.#apart = false;
  }
}
