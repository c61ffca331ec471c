import type { NativeKernels } from '../native/native-kernels.js';
import type { FunctionBuilder } from './assembler/function-builder.js';
import type { ModuleBuilder } from './assembler/module-builder.js';
import { writeMeeting } from './barrier.js';
import { thread, threads, writeRange } from './loops/work-range.js';

/** Words at the address of a job: how many steps, the first row, the address of the order of rows, and those of the data. */
export const jobWords = { steps: 0, firstRow: 1, order: 2, data: 3 } as const;

/** What a program gathers of the data before each step, an input each. */
interface GatheredInput {
  readonly address: number;
  readonly rows: number;
  readonly rowBytes: number;
}

interface RunOptions {
  /** The positions of the functions that run a step and gather the rows of a batch. */
  readonly step: number;
  readonly batchRows: number;
  readonly barrier: number | undefined;
  readonly job: number;
  readonly fault: number;
  readonly inputs: readonly GatheredInput[];
}

/** The kernel that gathers the rows of a batch; to be imported before any function is called by its number. */
export function importBatchRows(module: ModuleBuilder): number {
  return module.import('batchRows' satisfies keyof NativeKernels, {
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    results: [],
  });
}

/**
 * Writes the export `run(thread, threads)`: as many steps as the job says, each on the next batch of the data.
 *
 * Inputs whose data has no address stay as they were put there.
 */
export function writeRun(module: ModuleBuilder, options: RunOptions): void {
  const { step, batchRows, barrier, job, fault, inputs } = options;
  const meet = (code: FunctionBuilder): void => {
    if (barrier !== undefined) writeMeeting(code, module, barrier);
  };
  const word = (code: FunctionBuilder, index: number): FunctionBuilder => code.i32(job + 4 * index).loadI32();
  module.add(
    { parameters: ['i32', 'i32'], results: [] },
    (code) => {
      const [left, row, failed] = [code.local('i32'), code.local('i32'), code.local('i32')];
      word(code, jobWords.steps).set(left);
      word(code, jobWords.firstRow).set(row);
      code.doWhile(() => {
        inputs.forEach(({ address, rows, rowBytes }, i) => {
          word(code, jobWords.data + i).if(() => {
            const { first, last } = writeRange(code, rows);
            word(code, jobWords.data + i);
            word(code, jobWords.order)
              .get(row)
              .get(first)
              .get(last)
              .i32(rowBytes)
              .i32(address)
              .call(batchRows);
          });
        });
        meet(code);
        code.get(thread).get(threads).call(module.numberOf(step));
        // Before they meet: afterwards another run may have begun, which clears it.
        code.i32(fault).loadI32().set(failed);
        meet(code);
        code
          .get(failed)
          .i32(-1)
          .op('i32.ne')
          .if(() => code.return());
        code.advance(row, inputs[0]?.rows ?? 0);
        code.get(left).i32(1).op('i32.sub').tee(left).i32(0).op('i32.ne');
      });
    },
    'run',
  );
}
