import type { FunctionBuilder } from './assembler/function-builder.js';
import type { FunctionType, ModuleBuilder } from './assembler/module-builder.js';
import { writeMeeting } from './barrier.js';
import { thread, threads } from './loops/work-range.js';
import type { Loop, Stage, Work } from './operations/lowering.js';

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
  const written = stages.map((stage) => writeFunctions(module, stage));
  return module.add(stageType, (code) => {
    code
      .get(thread)
      .op('i32.eqz')
      .if(() => code.i32(options.fault).i32(-1).storeI32());
    new StepWriter(code, module, options).write(written);
  });
}

/** A stage whose work has a function. */
type Written =
  | { readonly work: Work; readonly position: number }
  | { readonly loop: Loop; readonly stages: readonly Written[] };

function writeFunctions(module: ModuleBuilder, stage: Stage): Written {
  if ('times' in stage)
    return { loop: stage, stages: stage.stages.map((inner) => writeFunctions(module, inner)) };
  const type = stage.mayFail === undefined ? stageType : checkedType;
  const position = module.add(type, (code) => {
    stage.write(code);
  });
  return { work: stage, position };
}

/** Writes the calls of stages, with the points at which threads meet. */
class StepWriter {
  readonly #code: FunctionBuilder;
  readonly #module: ModuleBuilder;
  readonly #options: StepOptions;
  /** Whether threads may be apart, so that they have to meet before shared work. */
  #apart = false;

  constructor(code: FunctionBuilder, module: ModuleBuilder, options: StepOptions) {
    this.#code = code;
    this.#module = module;
    this.#options = options;
  }

  write(stages: readonly Written[]): void {
    for (const stage of stages) {
      if ('loop' in stage) this.#writeLoop(stage.loop, stage.stages);
      else this.#writeWork(stage.work, stage.position);
    }
  }

  #writeWork({ parallel, mayFail }: Work, position: number): void {
    const code = this.#code;
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
    this.#meet();
    code
      .i32(this.#options.fault)
      .loadI32()
      .i32(-1)
      .op('i32.ne')
      .if(() => code.return());
  }

  #writeLoop({ times, reverse, counter }: Loop, stages: readonly Written[]): void {
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

  #byFirst(write: () => void): void {
    this.#code.get(thread).op('i32.eqz').if(write);
  }

  #meet(): void {
    const { barrier } = this.#options;
    if (barrier !== undefined) writeMeeting(this.#code, this.#module, barrier);
    this.#apart = false;
  }
}
