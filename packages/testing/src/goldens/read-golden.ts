import { FormatError, PyFloat } from '@myelin/core';
import { decodeArray, isGoldenArray } from './golden-array.js';
import type { GoldenCases, HostLayerCase, InputLayerCase } from './golden-cases.js';

/** A golden file: what Keras computed for one unit. */
export interface Golden<Case> {
  /** Keras' name of the unit, such as `Dense`. */
  readonly unit: string;
  /** The version of Keras that made it. */
  readonly keras: string;
  readonly cases: readonly Case[];
}

/** `InputLayer` has no call, and layers of the host no gradients, so their cases are of their own kinds. */
export interface GoldenKinds extends GoldenCases {
  readonly 'layers/host': HostLayerCase;
  readonly 'layers/input-layer': InputLayerCase;
}

/**
 * A golden file from its parsed JSON, with arrays, variables and whole floats decoded. Runs anywhere.
 *
 * @example
 * ```ts
 * readGolden('layers', { unit: 'Dense', keras: '3.15.1', cases: [] }).unit; // 'Dense'
 * ```
 * @throws FormatError when the JSON is not a golden file.
 */
export function readGolden<Kind extends keyof GoldenKinds>(
  kind: Kind,
  json: unknown,
): Golden<GoldenKinds[Kind]> {
  if (typeof json !== 'object' || json === null || !('cases' in json) || !Array.isArray(json.cases)) {
    throw new FormatError({
      who: `readGolden of ${kind}`,
      expected: 'an object with cases',
      got: typeof json,
    });
  }
  return decodeGolden(json) as Golden<GoldenKinds[Kind]>;
}

/** Decodes every array, variable and whole float in a tree of JSON. */
export function decodeGolden(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(decodeGolden);
  if (typeof json !== 'object' || json === null) return json;
  if ('$float' in json) return new PyFloat(Number(json.$float));
  if (isGoldenArray(json)) return decodeArrayOrVariable(json);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, decodeGolden(value)]));
}

function decodeArrayOrVariable(json: Parameters<typeof decodeArray>[0]): unknown {
  const { shape, dtype, data, ...rest } = json;
  const value = decodeArray({ shape, dtype, data });
  return 'path' in rest ? { ...rest, value } : value;
}
