import type { Value } from '../ir.js';
import type { Buffer } from './buffer.js';

/** Computes one operation with plain loops. */
export type Kernel = (
  inputs: Readonly<Record<string, Buffer>>,
  attrs: Attrs,
  outputs: readonly Value[],
) => Buffer[];

/** Attributes of an operation, as its kernel declares them. */
export type Attrs = Readonly<Record<string, unknown>>;

/** One attribute; its kernel declares the type. */
export function attr<T>(attrs: Attrs, name: string): T {
  return attrs[name] as T;
}

/** The operand of that name; the kernel's rule has made sure that it is there. */
export function operand(inputs: Readonly<Record<string, Buffer>>, name: string): Buffer {
  return inputs[name] as Buffer;
}

/** The shape of the first result. */
export function resultShape(outputs: readonly Value[]): readonly number[] {
  return outputs[0]?.shape ?? [];
}
