import type { Operation, Value } from '@myelin/compiler';
import type { NativeKernels } from '../../native/native-kernels.js';
import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import type { ModuleBuilder } from '../assembler/module-builder.js';
import type { Place } from '../loops/region.js';

/** A part of a step between two points at which threads may have to wait for each other. */
export interface Stage {
  /** Whether threads share its work; otherwise one of them does it. */
  readonly parallel: boolean;
  /** What the data has to be, if the stage checks it: it then leaves -1 on the stack where all is well. */
  readonly mayFail?: string;
  /** Writes a function of (thread, threads). */
  write(code: FunctionBuilder): void;
}

/** What operations need to know to become stages. */
export interface Lowering {
  readonly module: ModuleBuilder;
  /** The kernels on the memory of the program, to ask them how much scratch memory they want. */
  readonly kernels: NativeKernels;
  valueOf(id: number): Value;
  /** The address of a value; of a constant, too. */
  address(id: number): number;
  /** The value of a scalar constant, or the address of anything else. */
  place(id: number): Place;
  /** Puts numbers into the memory of the program; returns their address. */
  table(words: readonly number[]): number;
  /** Scratch memory that threads share. */
  shared(byteLength: number): number;
  /** Scratch memory of each thread; a way to put its address on the stack. */
  scratch(byteLength: number): (code: FunctionBuilder) => void;
}

/** Turns an operation into stages. */
export type Lower = (operation: Operation, lowering: Lowering) => readonly Stage[];

/** An argument of a kernel: a 32-bit number, a float, a local, or whatever a function puts on the stack. */
export type Argument =
  number | { readonly float: number } | { readonly local: Local } | ((code: FunctionBuilder) => void);

/** Calls a kernel. */
export function callKernel(
  code: FunctionBuilder,
  { module }: Lowering,
  name: keyof NativeKernels,
  args: readonly Argument[],
  returns: 'nothing' | 'kept' = 'nothing',
): void {
  for (const argument of args) {
    if (typeof argument === 'number') code.i32(argument);
    else if (typeof argument === 'function') argument(code);
    else if ('float' in argument) code.f32(argument.float);
    else code.get(argument.local);
  }
  const isFloat = (argument: Argument): boolean => typeof argument === 'object' && 'float' in argument;
  const parameters = args.map((argument) => (isFloat(argument) ? ('f32' as const) : ('i32' as const)));
  code.call(module.import(name, { parameters, results: returns === 'kept' ? ['i32'] : [] }));
}

/** A stage of one kernel that one thread runs. */
export function alone(write: (code: FunctionBuilder) => void): Stage {
  return { parallel: false, write };
}

/** A stage whose work threads share. */
export function together(write: (code: FunctionBuilder) => void): Stage {
  return { parallel: true, write };
}

export function operandOf({ inputs }: Operation, name: string): number {
  return inputs[name] as number;
}

export function resultOf({ outputs }: Operation): Value {
  return outputs[0] as Value;
}
