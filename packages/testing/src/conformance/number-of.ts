import { PyFloat } from '@myelin/core';

/** Python's floats as numbers; anything else as it is. */
export function numberOf(value: unknown): unknown {
  return value instanceof PyFloat ? value.value : value;
}
