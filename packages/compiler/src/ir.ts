import type { TensorDType, Variable } from '@myelin/core';

/** A tensor of a program: known by its number, of fixed shape and type. */
export interface Value {
  readonly id: number;
  readonly shape: readonly number[];
  readonly dtype: TensorDType;
}

/** The elements of a constant: float32, int32 and bool. */
export type ConstData = Float32Array | Int32Array | Uint8Array;

/** A value that is there before the first operation. */
export type Leaf =
  | { readonly kind: 'input'; readonly value: Value; readonly index: number }
  | { readonly kind: 'state'; readonly value: Value; readonly variable: Variable }
  | { readonly kind: 'const'; readonly value: Value; readonly data: ConstData };

/** One operation: a kernel of tfjs-core, one of our own, or one that runs its bodies. */
export interface Operation {
  readonly op: string;
  /** Ids of the operands, by the names of the kernel; `0`, `1`, … for kernels that take a list. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly outputs: readonly Value[];
  /** The path of the layer in whose call it was recorded, if there was one; it is no part of what is computed. */
  readonly layer?: string;
  /** What an operation such as `Fused` runs; its parameters stand for the operands, in their order. */
  readonly body?: Body;
  /** Whether a `While` goes on. */
  readonly test?: Body;
  /** What a `Cond` runs where its condition is false. */
  readonly otherwise?: Body;
}

/** Operations within an operation. They see their parameters alone, and their numbers are those of the whole program. */
export interface Body {
  readonly parameters: readonly Value[];
  readonly operations: readonly Operation[];
  /** One for each output of the operation around it. */
  readonly results: readonly number[];
}

/** The names under which an operation has bodies, in the order in which they are printed. */
export const bodyNames = ['test', 'body', 'otherwise'] as const;

/** The bodies of an operation, with their names. */
export function bodiesOf(operation: Operation): [(typeof bodyNames)[number], Body][] {
  const bodies: [(typeof bodyNames)[number], Body][] = [];
  for (const name of bodyNames) {
    const body = operation[name];
    if (body !== undefined) bodies.push([name, body]);
  }
  return bodies;
}

/** A whole step: what it takes, what it computes in order, what it returns and which state it changes. */
export interface Program {
  readonly name: string;
  readonly leaves: readonly Leaf[];
  readonly operations: readonly Operation[];
  readonly outputs: readonly number[];
  readonly updates: readonly { readonly variable: Variable; readonly value: number }[];
}
