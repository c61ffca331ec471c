import { ArgumentError, nearest } from '@myelin/core';
import { type Model, loadModel } from '@myelin/models';
import type { ModelCard } from './model-card.js';

/** Names of {@link pretrained}. */
export type PretrainedName =
  'concrete-50-50' | 'addition-recurrent' | 'addition-transformer' | 'names-transformer';

/** Each is loaded when it is asked for. */
const files: Readonly<Record<PretrainedName, () => Promise<{ keras: string; card: ModelCard }>>> = {
  'concrete-50-50': () => import('../embedded/concrete-50-50.js'),
  'addition-recurrent': () => import('../embedded/addition-recurrent.js'),
  'addition-transformer': () => import('../embedded/addition-transformer.js'),
  'names-transformer': () => import('../embedded/names-transformer.js'),
};

/** A model that has learned, and what is known about it. */
export interface Pretrained extends ModelCard {
  readonly model: Model;
}

/**
 * A model that this project trained, compiled, ready to predict or to learn on.
 *
 * The weights are a part of this package, a file each, and are loaded on demand.
 *
 * @example
 * ```ts
 * const { model, figure } = await pretrained('concrete-50-50');
 * model.countParams(); // 3051
 * console.assert(figure.value > 0.8);
 * ```
 * @throws ArgumentError for a name that is not there.
 */
export async function pretrained(name: PretrainedName): Promise<Pretrained> {
  if (!Object.hasOwn(files, name)) {
    const near = nearest(name, Object.keys(files));
    throw new ArgumentError({
      who: 'pretrained',
      expected: `one of ${Object.keys(files).join(', ')}`,
      got: JSON.stringify(name),
      ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
    });
  }
  const { keras, card } = await files[name]();
  return { ...card, model: await loadModel(fromBase64(keras)) };
}

function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  return Uint8Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i));
}
