/// <reference types="vite/client" />

/** Whether all cases are asked for, as `npm run sweep` does. */
const takesAll = import.meta.env['MYELIN_SWEEP'] === 'whole';

/**
 * Every so many cases, beginning with the first, and so at least one of every unit; all of them in `npm run sweep`.
 *
 * For backends that differ in the kernels that they call, not in what a unit makes of its options: Node runs every case on
 * cpu, in the interpreter and in programs.
 */
export function every(step: number): <T>(cases: readonly T[]) => readonly T[] {
  return (cases) => cases.filter((_, i) => takesAll || i % step === 0);
}

/** None but in `npm run sweep`: of cases that are tried elsewhere as well. */
export const inSweep = <T>(cases: readonly T[]): readonly T[] => (takesAll ? cases : []);
