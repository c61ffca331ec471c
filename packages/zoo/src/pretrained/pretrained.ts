import { ArgumentError, nearest } from '@myelin/core';
import { type Model, loadModel } from '@myelin/models';
import { variationalAutoencoder } from '../autoencoders/variational-autoencoder.js';
import { restrictedBoltzmannMachine } from '../boltzmann/restricted-boltzmann-machine.js';
import { mixtureDensity } from '../handwriting/mixture-density.js';
import type { ModelCard } from './model-card.js';

/** Names of {@link pretrained}. */
export type PretrainedName =
  | 'addition-recurrent'
  | 'addition-transformer'
  | 'concrete-50-50'
  | 'digits-autoencoder-2'
  | 'digits-boltzmann'
  | 'digits-denoiser'
  | 'digits-vae-2'
  | 'fashion-mnist-cnn'
  | 'letter-writer'
  | 'mnist-cnn'
  | 'names-transformer'
  | 'sentiment-lstm'
  | 'shakespeare-lstm'
  | 'splice-conv-lstm';

/** Each is loaded when it is asked for. */
const files: Readonly<Record<PretrainedName, () => Promise<{ keras: string; card: ModelCard }>>> = {
  'addition-recurrent': () => import('../embedded/addition-recurrent.js'),
  'addition-transformer': () => import('../embedded/addition-transformer.js'),
  'concrete-50-50': () => import('../embedded/concrete-50-50.js'),
  'digits-autoencoder-2': () => import('../embedded/digits-autoencoder-2.js'),
  'digits-boltzmann': () => import('../embedded/digits-boltzmann.js'),
  'digits-denoiser': () => import('../embedded/digits-denoiser.js'),
  'digits-vae-2': () => import('../embedded/digits-vae-2.js'),
  'fashion-mnist-cnn': () => import('../embedded/fashion-mnist-cnn.js'),
  'letter-writer': () => import('../embedded/letter-writer.js'),
  'mnist-cnn': () => import('../embedded/mnist-cnn.js'),
  'names-transformer': () => import('../embedded/names-transformer.js'),
  'sentiment-lstm': () => import('../embedded/sentiment-lstm.js'),
  'shakespeare-lstm': () => import('../embedded/shakespeare-lstm.js'),
  'splice-conv-lstm': () => import('../embedded/splice-conv-lstm.js'),
};

/** The classes of this package that files may hold. */
const customObjects = [restrictedBoltzmannMachine, variationalAutoencoder, mixtureDensity];

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
  return { ...card, model: await loadModel(fromBase64(keras), { customObjects }) };
}

function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  return Uint8Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i));
}
