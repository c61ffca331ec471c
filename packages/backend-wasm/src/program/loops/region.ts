import type { Body, Operation, Value } from '@myelin/compiler';
import type { Local } from '../assembler/function-builder.js';
import { type Access, accessOf, isView, valueById } from './access.js';

/**
 * Where an operand of a region is: in memory, known when the program is written, or in memory that a local leads to, which
 * moves with the loop.
 */
export type Place = { readonly address: number } | { readonly number: number } | { readonly local: Local };

/** A value that a loop reads from memory. */
export interface Source {
  readonly value: Value;
  readonly place: Place;
  /** Elements from the start of the operand to the first one that is read. */
  readonly offset: number;
  /** One stride for each axis of the loop. */
  readonly strides: readonly number[];
}

/** The operations of a body that compute something. */
export function computing({ operations }: Body): Operation[] {
  return operations.filter((operation) => !isView(operation));
}

/**
 * What the operations read of parameters and their views, over a loop of that shape.
 *
 * @param results - what is read besides, if it is not computed.
 * @param places - of the parameters, in their order.
 */
export function sourcesOf(
  body: Body,
  operations: readonly Operation[],
  results: readonly number[],
  shape: readonly number[],
  places: readonly Place[],
): Source[] {
  const computed = new Set(computing(body).flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  const read = [...operations.flatMap(({ inputs }) => Object.values(inputs)), ...results];
  const outside = [...new Set(read)].filter((id) => !computed.has(id));
  return outside.map((id) => {
    const value = valueById(body, id);
    const { parameter, offset, strides }: Access = accessOf(body, value, shape);
    return { value, place: places[parameter] as Place, offset, strides };
  });
}
