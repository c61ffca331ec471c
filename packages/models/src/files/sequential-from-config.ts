import { type AnyLayer, type DeserializeContext, FormatError, type WireRecord, isLayer } from '@myelin/core';
import { input } from '@myelin/layers';
import type { Sequential } from '../sequential-model.js';
import { sequential } from '../sequential.js';

/** Rebuilds a sequential model from Keras' JSON. */
export function sequentialFromConfig(config: WireRecord, context: DeserializeContext): Sequential {
  const { name, trainable, layers, build_input_shape: inputShape } = config;
  if (!Array.isArray(layers)) {
    throw new FormatError({ who: 'Sequential', expected: 'a list of layers', got: typeof layers });
  }
  const parts = layers.map((layer: WireRecord): AnyLayer => {
    const part = context.deserialize(layer);
    if (isLayer(part)) return part;
    throw new FormatError({ who: 'Sequential', expected: 'layers', got: typeof part });
  });
  const known = parts[0]?.className === 'InputLayer';
  const source = !known && Array.isArray(inputShape) ? [input({ batchShape: inputShape })] : [];
  return sequential([...source, ...parts], { name: name as string, trainable: trainable !== false });
}
