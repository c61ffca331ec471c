import {
  type AnyLayer,
  type DeserializeContext,
  FormatError,
  type Shape,
  type WireRecord,
  isLayer,
} from '@myelin/core';
import { input } from '@myelin/layers';
import { type Sequential, sequential } from '../sequential.js';

/** Rebuilds a sequential model from Keras' JSON. */
export function sequentialFromConfig(config: WireRecord, context: DeserializeContext): Sequential {
  const { name, trainable, layers, build_input_shape: inputShape } = config;
  if (!Array.isArray(layers)) {
    throw new FormatError({ who: 'Sequential', expected: 'a list of layers', got: typeof layers });
  }
  const parts = layers.map((layer: WireRecord) => context.deserialize(layer)) as AnyLayer[];
  const known = parts[0]?.className === 'InputLayer';
  const source =
    !known && Array.isArray(inputShape) ? [input({ batchShape: inputShape as unknown as Shape })] : [];
  const stranger = parts.find((part) => !isLayer(part));
  if (stranger !== undefined)
    throw new FormatError({ who: 'Sequential', expected: 'layers', got: typeof stranger });
  return sequential([...source, ...parts], { name: String(name), trainable: trainable !== false });
}
