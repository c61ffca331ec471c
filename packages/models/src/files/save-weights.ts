import { ArgumentError } from '@myelin/core';
import type { Model } from '../model.js';
import { besides } from './read-bytes.js';
import { savedWeights } from './saved-weights.js';
import { writeFiles } from './write-files.js';

/** Options of `saveWeights`. */
export interface SaveWeightsOptions {
  /** Splits the weights into files of at most so many GiB, which `loadWeights` finds by the index. @defaultValue one file */
  readonly maxShardSize?: number;
}

/** The bytes of a `.weights.h5` file. */
export async function weightsToBytes(model: Model): Promise<Uint8Array> {
  const { encodeWeights } = await import('@myelin/formats');
  return encodeWeights(await savedWeights(model));
}

/** Writes a `.weights.h5` file, or several; see `Model.saveWeights`. */
export async function saveWeights(
  model: Model,
  path: string,
  { maxShardSize }: SaveWeightsOptions,
): Promise<void> {
  const ending = maxShardSize === undefined ? '.weights.h5' : '.weights.json';
  if (!path.endsWith(ending)) {
    throw new ArgumentError({
      who: 'saveWeights',
      expected: `a path that ends in ${ending}`,
      got: JSON.stringify(path),
      ...hintFor(path, maxShardSize),
    });
  }
  if (maxShardSize === undefined) {
    await writeFiles(new Map([[path, await weightsToBytes(model)]]), 'saveWeights');
    return;
  }
  if (!(maxShardSize > 0)) {
    throw new ArgumentError({
      who: 'saveWeights',
      expected: '`maxShardSize` to be above 0',
      got: String(maxShardSize),
    });
  }
  const { encodeShards } = await import('@myelin/formats');
  const base = path.slice(0, -ending.length).replace(/^.*[/\\]/, '');
  const files = encodeShards(await savedWeights(model), base, maxShardSize * 2 ** 30);
  await writeFiles(
    new Map([...files].map(([name, bytes]) => [String(besides(path, name, 'saveWeights')), bytes])),
    'saveWeights',
  );
}

function hintFor(path: string, maxShardSize: number | undefined): { hint?: string } {
  if (path.endsWith('.keras')) return { hint: 'For the whole model call `save`.' };
  if (maxShardSize === undefined && path.endsWith('.weights.json'))
    return { hint: 'Say by `maxShardSize` how large each of the files may be.' };
  return {};
}
