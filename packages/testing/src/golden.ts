import { readFileSync } from 'node:fs';
import { NdArray, PyFloat, allocate, isRecord } from '@myelin/core';
import type { GoldenArray, GoldenCases } from './golden-cases.js';

/** The cases of one unit; tools/goldens/README.md says what a case of each kind holds. */
export function readGolden<K extends keyof GoldenCases>(kind: K, unit: string): readonly GoldenCases[K][] {
  const file = new URL(`../../conformance/goldens/${kind}/${unit}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: GoldenCases[K][] }).cases;
}

/** The array that a golden holds. */
export function decodeArray({ shape, dtype, data }: GoldenArray): NdArray {
  const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
  const elements = allocate(
    dtype,
    shape.reduce((size, length) => size * length, 1),
  );
  if (Array.isArray(elements)) throw new TypeError('Goldens hold no strings.');
  new Uint8Array(elements.buffer).set(bytes);
  return new NdArray(elements, shape, dtype);
}

/** What was serialized, with whole floats written as goldens do: `{ $float: 2 }`. */
export function markFloats(value: unknown): unknown {
  if (value instanceof PyFloat) return { $float: value.value };
  if (Array.isArray(value)) return value.map(markFloats);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, markFloats(entry)]));
}

/** The reverse of {@link markFloats}. */
export function unmarkFloats(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarkFloats);
  if (!isRecord(value)) return value;
  if (typeof value['$float'] === 'number') return new PyFloat(value['$float']);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, unmarkFloats(entry)]));
}
