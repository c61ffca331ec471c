import type { DataType } from '@tensorflow/tfjs-core';

/** Shape and type of a tensor whose axes are all known. */
export interface StaticSpec {
  readonly shape: number[];
  readonly dtype: DataType;
}

/** What a kernel takes, by the names that tfjs-core gives them, or in order (`Concat`, `Pack`, `AddN`, `Einsum`). */
export type KernelInputs = Readonly<Record<string, StaticSpec | undefined>> | readonly StaticSpec[];

/**
 * Shapes and types of what a kernel returns, from those of its inputs and from its attributes.
 *
 * Declared as a method, so that each rule can name the inputs and attributes of its own kernel.
 *
 * @throws TraceError when the shape also depends on the values of the inputs.
 */
export type KernelRule = {
  rule(inputs: KernelInputs, attrs: object): StaticSpec | StaticSpec[];
}['rule'];

/**
 * Rules by name of kernel.
 *
 * @internal
 */
export type KernelRules = Readonly<Record<string, KernelRule>>;

/**
 * Inputs of most kernels of one operand.
 *
 * @internal
 */
export type Unary = Readonly<Record<'x', StaticSpec>>;

/**
 * Inputs of most kernels of two operands.
 *
 * @internal
 */
export type Binary = Readonly<Record<'a' | 'b', StaticSpec>>;

/**
 * The same shape, and the same type unless another is given.
 *
 * @internal
 */
export function like(spec: StaticSpec, dtype: DataType = spec.dtype): StaticSpec {
  return { shape: [...spec.shape], dtype };
}

/**
 * One rule under several names.
 *
 * @internal
 */
export function rulesFor(names: readonly string[], rule: KernelRule): KernelRules {
  return Object.fromEntries(names.map((name) => [name, rule]));
}

/**
 * The inputs of a kernel that takes a list.
 *
 * @internal
 */
export function inOrder(inputs: KernelInputs): StaticSpec[] {
  return Object.values(inputs as Readonly<Record<string, StaticSpec>>);
}

/**
 * The size of one axis, which the kernel's op has checked to exist.
 *
 * @internal
 */
export function axisSize(spec: StaticSpec, axis: number): number {
  return spec.shape.at(axis) ?? 1;
}
