import { type NdArray, Variable } from '@myelin/core';

/** A variable of an optimizer itself, such as its iteration. */
export function stateVariable(optimizer: string, name: string, initial: NdArray): Variable {
  return new Variable(initial, { name, path: `${optimizer}/${name}`, trainable: false });
}
