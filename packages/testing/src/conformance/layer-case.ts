import {
  type AnyLayer,
  type LayerConfig,
  type LayerFactory,
  type NdArray,
  type Registry,
  camelKeys,
  clearSession,
  deserializeKerasObject,
  setSeed,
} from '@myelin/core';
import type { ConformanceCase } from '../conformance-case.js';
import type { LayerCase } from '../goldens/golden-cases.js';
import { exampleArray, exampleIndices, exampleMask, exampleWeight } from './example-array.js';

/** Makes any layer; what it takes is known to its cases. */
export type AnyLayerFactory = LayerFactory<never, never, unknown>;

/** Options of a call that only one layer has; arrays become tensors. */
type CaseOptions = Readonly<Record<string, NdArray | boolean>>;

/** One layer to try: from a golden of Keras or from a case beside the layer. */
export interface LayerTrial {
  readonly name: string;
  /** The layer with its weights. */
  readonly make: () => AnyLayer;
  readonly inputs: readonly NdArray[];
  /** How many of the inputs, the last ones, are first states of a recurrent layer. */
  readonly states: number;
  /** One for each input; null where all its steps count. */
  readonly masks: readonly (NdArray | null)[];
  /** Options of the call that only this layer has. */
  readonly options: CaseOptions;
  readonly training: boolean;
  /** Whether nothing flows back to inputs and weights. */
  readonly constant: boolean;
  readonly batchDependent: boolean;
  readonly random: boolean;
}

/** A layer as Keras serialized it, with the weights that Keras gave it. */
export function trialOfGolden(golden: LayerCase, registry: Registry): LayerTrial {
  const { name, inputs, training, weights, serialized, states = 0, constant = false } = golden;
  const { masks = inputs.map(() => null), options = {} } = golden;
  return {
    name,
    make() {
      clearSession();
      const layer = deserializeKerasObject(serialized, registry) as AnyLayer;
      buildFor(layer, inputs.slice(0, inputs.length - states));
      layer.setWeights(weights.map(({ value }) => value));
      return layer;
    },
    inputs,
    states,
    masks,
    options: camelKeys(options),
    training,
    constant,
    batchDependent: training,
    random: false,
  };
}

/** A layer with the options of a case, example inputs and example weights. */
export function trialOfCase(factory: AnyLayerFactory, given: ConformanceCase<LayerConfig>): LayerTrial {
  const { name, config, inputShapes, states = 0, indicesBelow, masked = false } = given;
  const { options = {}, training = false, batchDependent = false, random = false, constant = false } = given;
  const inputs = inputShapes.map((shape, i) =>
    indicesBelow === undefined ? exampleArray(shape, 11 * i) : exampleIndices(shape, indicesBelow, 11 * i),
  );
  const own = inputs.slice(0, inputs.length - states);
  const masks = inputs.map((x) => (masked && own.includes(x) ? exampleMask(x.shape) : null));
  return {
    name,
    make() {
      clearSession();
      setSeed(5);
      const layer = (factory as unknown as (config: LayerConfig) => AnyLayer)(config);
      buildFor(layer, own);
      // These places in the pattern keep the sums of the cases with a rectifier away from its kink.
      layer.setWeights(
        layer.weights.map(({ shape, trainable }, i) => exampleWeight(shape, 17 + 9 * i, !trainable)),
      );
      return layer;
    },
    inputs,
    states,
    masks,
    options,
    training,
    constant,
    batchDependent,
    random,
  };
}

/** Shapes as layers take them: one, or a list of several; with an unknown batch. */
export function symbolicShape(inputs: readonly NdArray[]): unknown {
  const shapes = inputs.map(({ shape }) => [null, ...shape.slice(1)]);
  return shapes.length === 1 ? shapes[0] : shapes;
}

function buildFor(layer: AnyLayer, inputs: readonly NdArray[]): void {
  (layer as unknown as { build(shape: unknown): void }).build(symbolicShape(inputs));
}
