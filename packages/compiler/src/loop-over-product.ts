import { shapeSize } from '@myelin/core';
import type { Body, Operation } from './ir.js';
import { isLoopable } from './op-classes.js';

/** A product of matrices, and the loop over its elements, of which its result is the last parameter. */
export interface LoopOverProduct {
  readonly product: Operation;
  readonly loop: Body;
}

/** The parts of a body that begins with a product and goes on with its elements; undefined for others. */
export function loopOverProduct({ parameters, operations, results }: Body): LoopOverProduct | undefined {
  const [product, ...rest] = operations;
  const [result] = product?.outputs ?? [];
  if (product === undefined || result?.shape.length !== 2 || result.dtype !== 'float32') return undefined;
  const factors = new Set(Object.values(product.inputs));
  const others = parameters.filter(({ id }) => !factors.has(id));
  const isWhole = ({ shape }: { readonly shape: readonly number[] }): boolean =>
    shape.join() === result.shape.join();
  const values = new Map([...others, result].map((value) => [value.id, value]));
  for (const { outputs } of rest) for (const value of outputs) values.set(value.id, value);
  const computed = new Set(rest.flatMap(({ outputs }) => outputs));
  const isLoop =
    rest.every((operation) => isLoopable(operation, (id) => values.get(id))) &&
    [...others, ...computed].every((value) => isWhole(value) || shapeSize(value.shape) === 1) &&
    results.every((id) => {
      const value = values.get(id);
      return value !== undefined && computed.has(value) && isWhole(value);
    });
  const givesFactors = parameters.length - others.length === factors.size;
  return isLoop && givesFactors && results.length > 0
    ? { product, loop: { parameters: [...others, result], operations: rest, results } }
    : undefined;
}
