import type { WireRecord } from '@myelin/core';

/** What some of Keras' classes write: no `trainable`, and their type without its policy. */
export function writtenBare({ trainable: _, ...rest }: WireRecord): WireRecord {
  return { ...rest, dtype: 'float32' };
}
