import { NdArray, type Tree, camelCase, flatten, mapTree } from '@myelin/core';
import type { OpArgument, OpCase } from '../goldens/golden-cases.js';
import { numberOf } from './number-of.js';

/** A function of `@myelin/ops`, whatever it takes and returns. */
export type AnyOp = (...args: never[]) => unknown;

/** The arrays among the arguments, in the order in which Keras' goldens count them. */
export function arraysOf({ operands, options = {} }: OpCase): NdArray[] {
  const leaves = [...operands, ...Object.values(options)].flatMap((argument) => flatten<unknown>(argument));
  return leaves.filter((leaf) => NdArray.isNdArray(leaf));
}

/** The arguments of the op in TypeScript, with something else in the place of each array. */
export function argumentsOf<X>(
  { operands, options = {} }: OpCase,
  inputs: readonly X[],
): { operands: Tree<unknown>[]; options: Readonly<Record<string, unknown>> } {
  const left = [...inputs];
  const fill = (argument: OpArgument, plain: (leaf: unknown) => unknown): Tree<unknown> =>
    mapTree<unknown, unknown>(argument, (leaf) => (NdArray.isNdArray(leaf) ? left.shift() : plain(leaf)));
  return {
    operands: operands.map((operand) => fill(operand, (leaf) => leaf)),
    options: Object.fromEntries(
      Object.entries(options).map(([key, value]) => [camelCase(key), fill(value, numberOf)]),
    ),
  };
}

/** Calls an op as users do: options last, if there are any. */
export function callOp<X>(op: AnyOp, one: OpCase, inputs: readonly X[]): unknown {
  const { operands, options } = argumentsOf(one, inputs);
  const args = one.options === undefined ? operands : [...operands, options];
  return (op as (...args: readonly unknown[]) => unknown)(...args);
}
