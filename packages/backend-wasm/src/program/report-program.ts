import { type Program as Trace, costOf, fusionsOf } from '@myelin/compiler';
import type { ProgramReport } from '@myelin/core';
import type { LoweredProgram } from './lower-program.js';
import { bytesOf } from './memory/elements.js';

/** What is known of a program once it is made, but for its threads, which are found out while it runs. */
export type FixedReport = Omit<ProgramReport, 'threads' | 'threadsReason'>;

/** @param recorded - operations before they were optimized. */
export function reportProgram(
  optimized: Trace,
  recorded: number,
  lowered: LoweredProgram,
  compileMs: ProgramReport['compileMs'],
): FixedReport {
  const { stages, parallelStages, calls, ownBytes, variables } = lowered;
  return {
    kind: 'program',
    recorded,
    operations: optimized.operations.length,
    fusions: fusionsOf(optimized),
    ...costOf(optimized),
    memory: {
      variables: variables.reduce((sum, variable) => sum + bytesOf(variable), 0),
      own: ownBytes,
    },
    stages,
    sharedStages: parallelStages,
    kernels: Object.fromEntries(calls),
    compileMs,
  };
}
