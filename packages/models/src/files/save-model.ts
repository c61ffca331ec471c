import { ArgumentError, type SavedModel, type WireRecord, serializeKerasObject } from '@myelin/core';
import type { Model } from '../model.js';
import { checkWritten } from './check-written.js';
import { savedWeights } from './saved-weights.js';
import { writeFiles } from './write-files.js';

/** What a file of the model holds. */
export async function toSavedModel(model: Model): Promise<SavedModel> {
  const weights = await savedWeights(model);
  const config = serializeKerasObject(model) as WireRecord;
  checkWritten(model, config);
  return { config, ...weights };
}

/** The bytes of a `.keras` file. */
export async function toBytes(model: Model): Promise<Uint8Array> {
  const { encodeKeras } = await import('@myelin/formats');
  return encodeKeras(await toSavedModel(model));
}

/** Writes a `.keras` file; see `Model.save`. */
export async function saveModel(model: Model, path: string): Promise<void> {
  if (!path.endsWith('.keras')) {
    throw new ArgumentError({
      who: 'save',
      expected: 'a path that ends in .keras',
      got: JSON.stringify(path),
      ...(path.endsWith('.weights.h5') ? { hint: 'For the weights alone call `saveWeights`.' } : {}),
    });
  }
  await writeFiles(new Map([[path, await toBytes(model)]]), 'save');
}
