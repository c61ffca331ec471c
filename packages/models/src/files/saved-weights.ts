import { type NdArray, type SavedModel, StateError } from '@myelin/core';
import type { Model } from '../model.js';
import { hostFiles } from './host-files.js';
import { weightsByPath } from './weights-by-path.js';

/** What files hold of a model apart from its configuration. */
export async function savedWeights(model: Model): Promise<Omit<SavedModel, 'config'>> {
  if (!model.built) {
    throw new StateError({
      who: model.name,
      expected: 'a model with weights',
      got: 'one that does not know the shape of its input yet',
      hint: 'Give the first layer an `inputShape`, or call the model on data before it is saved.',
    });
  }
  const weights = new Map<string, readonly NdArray[]>();
  for (const [path, variables] of weightsByPath(model)) {
    weights.set(path, await Promise.all(variables.map((variable) => variable.read())));
  }
  const slots = model.optimizer?.variables ?? [];
  return {
    weights,
    optimizer: slots.length === 0 ? null : await Promise.all(slots.map((slot) => slot.read())),
    ...hostFiles(model),
  };
}
