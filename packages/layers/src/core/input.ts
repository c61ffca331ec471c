import type { SymbolicTensor } from '@myelin/core';
import { type InputLayerConfig, inputLayer } from './input-layer.js';

/**
 * A symbolic tensor to start the graph of a model with: layers called on it extend the graph.
 *
 * `shape` is that of one example, so that `input({ shape: [8] })` stands for `[batch, 8]`.
 *
 * @example
 * ```ts
 * input({ shape: [28, 28, 1] }).shape; // [null, 28, 28, 1]
 * ```
 * @throws ArgumentError without a shape, with two, or with sizes that are no sizes.
 * @see Keras `keras.Input`
 */
export function input(config: InputLayerConfig): SymbolicTensor {
  return inputLayer(config).inboundNodes[0]?.outputs[0] as SymbolicTensor;
}
