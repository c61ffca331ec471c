import { defineConstants } from '@myelin/core';
import type { Model } from '@myelin/models';

/** A model that gives back what it is given, and its two halves, which share its weights. */
export interface Autoencoder extends Model {
  /** From what the model takes to its code. */
  readonly encoder: Model;
  /** From a code to what the model returns. */
  readonly decoder: Model;
}

/**
 * The halves of an autoencoder that was loaded from a file, as those of a new one: its layers `encoder` and `decoder`.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * const bytes = await autoencoder({ pixels: 6, hidden: [], code: 2 }).toBytes();
 * const { encoder, decoder } = asAutoencoder(await loadModel(bytes));
 * const codes = await encoder.predict(NdArray.zeros([3, 6]));
 * codes.shape;                         // [3, 2]
 * (await decoder.predict(codes)).shape; // [3, 6]
 * ```
 * @throws UnknownIdError for a model without such layers.
 */
export function asAutoencoder(model: Model): Autoencoder {
  return defineConstants(model, {
    encoder: model.getLayer('encoder') as Model,
    decoder: model.getLayer('decoder') as Model,
  });
}
