import type { FunctionBuilder, Local } from '../assembler/function-builder.js';

/** The parameters of every function of a program: which thread runs it, of how many. */
export const thread: Local = 0;
export const threads: Local = 1;

/** Puts the share of this thread in some units of work into two locals: the first unit, and the one after the last. */
export function writeRange(code: FunctionBuilder, units: number): { first: Local; last: Local } {
  const first = code.local('i32');
  const last = code.local('i32');
  code.i32(units).get(thread).op('i32.mul').get(threads).op('i32.div_u').set(first);
  code.get(thread).i32(1).op('i32.add').i32(units).op('i32.mul').get(threads).op('i32.div_u').set(last);
  return { first, last };
}

/** Elements in a unit of work of a plain loop: a cache line, so that threads do not write to the same one. */
export const unitElements = 16;
