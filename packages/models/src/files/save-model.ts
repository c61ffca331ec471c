import {
  ArgumentError,
  type NdArray,
  type SavedModel,
  StateError,
  type WireRecord,
  serializeKerasObject,
} from '@myelin/core';
import type { Model } from '../model.js';
import { checkWritten } from './check-written.js';
import { nodeModule } from './node-modules.js';
import { hostFiles } from './host-files.js';
import { weightsByPath } from './weights-by-path.js';

/** What a file of the model holds. */
export async function toSavedModel(model: Model): Promise<SavedModel> {
  if (!model.built) {
    throw new StateError({
      who: model.name,
      expected: 'a model with weights',
      got: 'one that does not know the shape of its input yet',
      hint: 'Give the first layer an `inputShape`, or call the model on data before it is saved.',
    });
  }
  const config = serializeKerasObject(model) as WireRecord;
  checkWritten(model, config);
  const weights = new Map<string, readonly NdArray[]>();
  for (const [path, variables] of weightsByPath(model)) {
    weights.set(path, await Promise.all(variables.map((variable) => variable.read())));
  }
  const slots = model.optimizer?.variables ?? [];
  const kept = hostFiles(model);
  return {
    config,
    weights,
    optimizer: slots.length === 0 ? null : await Promise.all(slots.map((slot) => slot.read())),
    ...kept,
  };
}

/** The bytes of a `.keras` file. */
export async function toBytes(model: Model): Promise<Uint8Array> {
  const { encodeKeras } = await import('@myelin/formats');
  return encodeKeras(await toSavedModel(model));
}

/** Writes beside the file first, then renames: the file is whole or as it was. */
export async function saveModel(model: Model, path: string): Promise<void> {
  if (!path.endsWith('.keras')) {
    throw new ArgumentError({
      who: 'save',
      expected: 'a path that ends in .keras',
      got: JSON.stringify(path),
    });
  }
  const bytes = await toBytes(model);
  const { open, rename, rm } = nodeModule('node:fs/promises', 'save');
  const temporary = `${path}.${globalThis.crypto.randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new ArgumentError({
      who: 'save',
      expected: `a place to write ${path}`,
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}
