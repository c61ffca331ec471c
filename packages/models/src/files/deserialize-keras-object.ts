import { type WireValue, deserializeKerasObject as deserialize } from '@myelin/core';
import { type CustomObjects, knownUnits } from './known-units.js';

/**
 * Makes what Keras' JSON describes: a layer, an initializer, a loss, a model without its weights, or a tree of them.
 *
 * The JSON is what `serializeKerasObject` returns, or `keras.saving.serialize_keras_object` in Python; it is not changed.
 * Only classes of this project and those in `customObjects` are made; code in it is never run.
 *
 * @example
 * ```ts
 * import type { AnyLayer } from '@myelin/core';
 * const wire = serializeKerasObject(dense({ units: 2, activation: 'relu' }));
 * const layer = await deserializeKerasObject<AnyLayer>(wire);
 * layer.getConfig().units; // 2
 * ```
 * @throws UnknownIdError for an unknown class; FormatError for unknown keys and values that make no sense.
 * @see Keras `keras.saving.deserialize_keras_object`
 */
export async function deserializeKerasObject<T = unknown>(
  wire: WireValue,
  options: { readonly customObjects?: CustomObjects } = {},
): Promise<T> {
  const { modernize } = await import('@myelin/formats');
  return deserialize(modernize(wire), await knownUnits(options.customObjects)) as T;
}
