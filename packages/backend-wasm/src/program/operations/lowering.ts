import type { Body, Operation, Value } from '@myelin/compiler';
import type { NativeKernels } from '../../native/native-kernels.js';
import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import type { ModuleBuilder } from '../assembler/module-builder.js';
import type { Place } from '../loops/region.js';

/** A part of a step: work, or parts that are done again and again, as long as something holds, or only if it does. */
export type Stage = Work | Loop | WhileLoop | Branch;

/** Parts that are done so many times. */
export interface Loop {
  readonly kind: 'loop';
  readonly times: number;
  /** Whether it counts down. */
  readonly reverse: boolean;
  /** The address of a number, which the first thread keeps: how often the parts were done before. */
  readonly counter: number;
  readonly stages: readonly Stage[];
}

/** Parts that are done as long as a condition holds, which others find out before. */
export interface WhileLoop {
  readonly kind: 'while';
  readonly test: readonly Stage[];
  /** The address of the condition, which is not 0 where it holds. */
  readonly condition: number;
  readonly stages: readonly Stage[];
}

/** Parts of which some are done where a condition holds, the others where it does not. */
export interface Branch {
  readonly kind: 'branch';
  readonly condition: number;
  readonly stages: readonly Stage[];
  readonly otherwise: readonly Stage[];
}

/** Work between two points at which threads may have to wait for each other. */
export interface Work {
  readonly kind: 'work';
  /** Whether threads share its work; otherwise one of them does it. */
  readonly parallel: boolean;
  /** What the data has to be, if the stage checks it: it then leaves -1 on the stack where all is well. */
  readonly mayFail?: string;
  /** Writes a function of (thread, threads). */
  write(code: FunctionBuilder): void;
}

/** The work of a stage, that within loops and branches once. */
export function worksIn(stage: Stage): Work[] {
  switch (stage.kind) {
    case 'work':
      return [stage];
    case 'loop':
      return stage.stages.flatMap(worksIn);
    case 'while':
      return [...stage.test, ...stage.stages].flatMap(worksIn);
    case 'branch':
      return [...stage.stages, ...stage.otherwise].flatMap(worksIn);
  }
}

/** Where a parameter of a body is, and its number if it is a scalar constant. */
export interface BodyPlace {
  readonly address: number;
  readonly number?: number;
}

/** A parameter that stands for a value where that is. */
export function handedIn(id: number, lowering: Lowering): BodyPlace {
  return { address: lowering.address(id), ...lowering.place(id) };
}

/** What operations need to know to become stages. */
export interface Lowering {
  readonly module: ModuleBuilder;
  /** The kernels on the memory of the program, to ask them how much scratch memory they want. */
  readonly kernels: NativeKernels;
  /** Whether there is an instruction that multiplies and adds. */
  readonly hasMultiplyAdd: boolean;
  /** Whether the engine computes two vectors at once, if they stand side by side. */
  readonly wide: boolean;
  valueOf(id: number): Value;
  /** The address of a value; of a constant, too. */
  address(id: number): number;
  /** The value of a scalar constant, or the address of anything else. */
  place(id: number): Place;
  /** The stages of operations in their order. */
  lower(operations: readonly Operation[]): readonly Stage[];
  /** Finds places for what a body computes, whose parameters have them already, in their order. */
  placeBody(body: Body, parameters: readonly BodyPlace[]): void;
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
export function alone(write: (code: FunctionBuilder) => void): Work {
  return { kind: 'work', parallel: false, write };
}

/** A stage whose work threads share. */
export function together(write: (code: FunctionBuilder) => void): Work {
  return { kind: 'work', parallel: true, write };
}

export function operandOf({ inputs }: Operation, name: string): number {
  return inputs[name] as number;
}

export function resultOf({ outputs }: Operation): Value {
  return outputs[0] as Value;
}
