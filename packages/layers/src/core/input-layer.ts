import {
  ArgumentError,
  type DType,
  type DeserializeContext,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  Node,
  type Shape,
  SymbolicTensor,
  type WireRecord,
  completeConfig,
  defineConstants,
  defineLayer,
  formatShape,
  fromWire,
  tensorDType,
} from '@myelin/core';
import { ensureAbstractEvaluator } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { oneOf } from '../internal/one-of.js';

/** Options of {@link inputLayer}. */
export interface InputLayerConfig {
  /** Sizes of one example; null where any size is allowed. Either this or `batchShape`. */
  shape?: Shape | null;
  /** Sizes with the batch in front. */
  batchShape?: Shape | null;
  /** Size of the batch, if it is always the same. @defaultValue null */
  batchSize?: number | null;
  /** Type of the elements. @defaultValue 'float32' */
  dtype?: DType;
  /**
   * Whether a functional model may be called with null for it; layers that are called on it get null then.
   *
   * @defaultValue false
   */
  optional?: boolean;
  /** @defaultValue `input_layer`, counted */
  name?: string;
}

const spec = { className: 'InputLayer', fixed: { sparse: false, ragged: false } };
const defaults = {
  shape: null,
  batchShape: null,
  batchSize: null,
  dtype: 'float32',
  optional: false,
  name: undefined,
};
const dtypes = ['float32', 'float64', 'int8', 'int32', 'int64', 'uint8', 'bool', 'string'] as const;

/**
 * The place where a model takes its data: `y = x`.
 *
 * As a layer it stands first in lists of layers and in files; graphs start with `input`, which makes one and returns
 * its output. No weights.
 *
 * @example
 * ```ts
 * inputLayer({ shape: [28, 28, 1] }).inputShape; // [null, 28, 28, 1]
 * ```
 * @throws ArgumentError without a shape, with two, or with sizes that are no sizes.
 * @see Keras `keras.layers.InputLayer`
 * @id InputLayer
 */
export const inputLayer: LayerFactory<InputLayerConfig> = /* @__PURE__ */ defineConstants(makeInputLayer, {
  className: 'InputLayer',
  module: 'keras.layers',
  registeredName: null,
  fromConfig: (wire: WireRecord, context: DeserializeContext) =>
    makeInputLayer(fromWire(spec, wire, ['batchShape', 'dtype', 'optional', 'name'], context)),
});

function makeInputLayer(given: InputLayerConfig = {}): Layer<InputLayerConfig> {
  ensureAbstractEvaluator();
  const complete = completeConfig<InputLayerConfig>(spec, defaults, given);
  const { name } = given;
  const layer = identity(name === undefined ? {} : { name });
  const who = `${layer.name} (InputLayer)`;
  const batchShape = batchShapeOf(complete, who);
  const dtype = oneOf('dtype', dtypes)(complete.dtype, who);
  const config = { ...complete, batchShape, dtype, name: layer.name };
  layer.build(batchShape);
  new Node(layer, [], {}, new SymbolicTensor(batchShape, tensorDType(dtype), name));
  return defineConstants(layer as object as Layer<InputLayerConfig>, {
    config,
    getConfig: () => ({
      batch_shape: batchShape,
      dtype,
      ...spec.fixed,
      optional: complete.optional,
      name: layer.name,
    }),
    getBuildConfig: () => null,
  });
}

const identity: LayerFactory<LayerConfig> = /* @__PURE__ */ defineLayer({
  ...spec,
  defaults: {},
  build: () => ({}),
  call: (x: Tensor) => x,
});

function batchShapeOf({ shape, batchShape, batchSize }: Sizes, who: string): Shape {
  if ((shape === null) === (batchShape === null) || (batchShape !== null && batchSize !== null)) {
    const given = Object.entries({ shape, batchShape, batchSize }).filter(([, value]) => value !== null);
    throw new ArgumentError({
      who,
      expected: 'either `shape`, with or without `batchSize`, or `batchShape`',
      got: given.length === 0 ? 'none of them' : given.map(([key]) => `\`${key}\``).join(' and '),
      hint: '`shape` is that of one example, without the batch: `input({ shape: [8] })`.',
    });
  }
  const sizes = batchShape ?? [batchSize, ...(shape ?? [])];
  if (sizes.every((size) => size === null || (Number.isSafeInteger(size) && size >= 0))) return sizes;
  throw new ArgumentError({
    who,
    expected: 'sizes that are whole numbers, or null where any size is allowed',
    got: formatShape(sizes),
  });
}

interface Sizes {
  readonly shape: Shape | null;
  readonly batchShape: Shape | null;
  readonly batchSize: number | null;
}
