import type { FunctionBuilder } from './assembler/function-builder.js';
import type { FunctionType, ModuleBuilder } from './assembler/module-builder.js';
import { writeMeeting } from './barrier.js';
import { thread, threads } from './loops/work-range.js';
import type { Stage } from './operations/lowering.js';

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
  const functions = stages.map((stage) => ({
    stage,
    position: module.add(stage.mayFail === undefined ? stageType : checkedType, (code) => {
      stage.write(code);
    }),
  }));
  const { barrier } = options;
  const meet = (code: FunctionBuilder): void => {
    if (barrier !== undefined) writeMeeting(code, module, barrier);
  };
  return module.add(stageType, (code) => {
    // Whether threads may be apart, so that they have to meet before shared work.
    let apart = false;
    code
      .get(thread)
      .op('i32.eqz')
      .if(() => code.i32(options.fault).i32(-1).storeI32());
    for (const { stage, position } of functions) {
      if (stage.parallel) {
        if (apart) meet(code);
        code.get(thread).get(threads).call(module.numberOf(position));
        meet(code);
        apart = false;
        continue;
      }
      apart = true;
      code
        .get(thread)
        .op('i32.eqz')
        .if(() => {
          code.i32(0).i32(1).call(module.numberOf(position));
          if (stage.mayFail !== undefined) {
            code.i32(-1).op('i32.ne');
            const failed = options.check(stage.mayFail);
            code.if(() => code.i32(options.fault).i32(failed).storeI32());
          }
        });
      if (stage.mayFail === undefined) continue;
      meet(code);
      code
        .i32(options.fault)
        .loadI32()
        .i32(-1)
        .op('i32.ne')
        .if(() => code.return());
    }
  });
}
