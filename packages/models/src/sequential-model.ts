import {
  type AnyLayer,
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  StateError,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  defineLayer,
  hostOf,
  isLayer,
  serializeKerasObject,
  withMasks,
} from '@myelin/core';
import { input } from '@myelin/layers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { makeModel } from './make-model.js';
import type { Model } from './model.js';
import { portsOf } from './ports.js';
import type { CompileOptions } from './training/compile-options.js';
import type { Resolver } from './training/resolver.js';
import type { ModelPorts } from './training/trainer.js';

export type SequentialOptions = Pick<LayerConfig, 'name' | 'trainable'>;

/** A model whose layers follow one another. */
export interface Sequential<Options = CompileOptions> extends Model<Options> {
  /** Puts a layer at the end. */
  add(layer: AnyLayer): void;
  /** Takes the last layer away and returns it. @throws StateError when there is none. */
  pop(): AnyLayer;
}

/** A sequential model whose `compile` takes what `resolver` knows. */
export function sequentialModel(
  parts: readonly (AnyLayer | SymbolicTensor)[],
  options: SequentialOptions,
  resolver: Resolver,
): Sequential {
  const chain: Chain = { layers: [], source: undefined, ends: [] };

  const make: LayerFactory<LayerConfig, Tree<Tensor>, Tree<Tensor>> = defineLayer({
    className: 'Sequential',
    module: 'keras',
    defaults: {},
    build({ inputShape, who }) {
      if (chain.layers.length === 0) {
        throw new StateError({
          who,
          expected: 'at least one layer',
          got: 'an empty model',
          hint: 'Call `add` first.',
        });
      }
      const dtype = hostOf(chain.layers[0] as AnyLayer)?.inputDType ?? 'float32';
      chain.source ??= input({ batchShape: inputShape as unknown as Shape, dtype });
      chain.ends = [];
      for (const layer of chain.layers) extend(layer);
      return chain;
    },
    takesMask: true,
    takesNull: true,
    call: (x, { mask }) =>
      chain.layers.reduce<Tree<Tensor>>(
        (y, layer) => (layer as unknown as AnyTensorLayer)(y),
        withMasks(x, mask),
      ),
  });
  const base = make(options);

  const extend = (layer: AnyLayer): void => {
    const end = chain.ends.at(-1) ?? chain.source;
    chain.ends.push((layer as (x: never) => unknown)(end as never) as SymbolicTensor);
  };

  const buildIfKnown = (): void => {
    if (base.built || chain.layers.length === 0) return;
    const [first] = chain.layers;
    const given = first?.config['inputShape'] as Shape | undefined;
    const known = chain.source?.shape ?? (given === undefined ? first?.inputShape : [null, ...given]);
    if (Array.isArray(known)) base.build(known as never);
  };

  const push = (part: AnyLayer | SymbolicTensor): void => {
    if (SymbolicTensor.isSymbolic(part) || (part as Partial<AnyLayer>).className === 'InputLayer') {
      if (chain.layers.length > 0 || chain.source !== undefined) {
        throw new ArgumentError({
          who: base.name,
          expected: 'the input in the first place only',
          got: 'another input',
        });
      }
      chain.source = SymbolicTensor.isSymbolic(part) ? part : part.inboundNodes[0]?.outputs[0];
      return;
    }
    if (!isLayer(part)) {
      throw new ArgumentError({ who: base.name, expected: 'layers', got: typeof part });
    }
    if (chain.layers.some((layer) => layer.name === part.name)) {
      throw new ArgumentError({
        who: base.name,
        expected: 'layers of different names',
        got: `two called "${part.name}"`,
      });
    }
    chain.layers.push(part);
    try {
      if (base.built) extend(part);
    } catch (error) {
      chain.layers.pop();
      throw error;
    }
  };

  const ownConfig = base.getConfig;
  const model = makeModel(
    base,
    {
      layers: () => chain.layers,
      ports: portsOfChain(chain),
      getConfig: () => chainConfig(ownConfig(), chain),
      getBuildConfig: () => (chain.source === undefined ? null : { input_shape: chain.source.shape }),
    },
    resolver,
  );
  parts.forEach(push);
  buildIfKnown();
  return Object.assign(model, {
    add(layer: AnyLayer) {
      push(layer);
      buildIfKnown();
    },
    pop() {
      const last = chain.layers.pop();
      chain.ends.pop();
      if (last === undefined)
        throw new StateError({ who: base.name, expected: 'a layer to take away', got: 'none' });
      return last;
    },
  });
}

interface Chain {
  readonly layers: AnyLayer[];
  source: SymbolicTensor | undefined;
  /** The output of each layer, once the shape of the input is known. */
  ends: SymbolicTensor[];
}

/** The ports, found anew when the ends of the chain are others: each batch asks for them. */
function portsOfChain(chain: Chain): () => ModelPorts {
  let [from, to]: (SymbolicTensor | undefined)[] = [];
  let ports: ModelPorts = { inputs: undefined, outputs: undefined };
  return () => {
    const { source, ends } = chain;
    const end = ends.at(-1);
    if (source !== from || end !== to) {
      [from, to] = [source, end];
      ports = {
        inputs: source === undefined ? undefined : portsOf('input', source),
        outputs: end === undefined ? undefined : portsOf('output', end),
      };
    }
    return ports;
  };
}

type AnyTensorLayer = (x: Tree<Tensor>) => Tree<Tensor>;

function chainConfig(own: WireRecord, chain: Chain): WireRecord {
  const inputLayer = chain.source?.origin?.node.operation;
  return {
    ...own,
    layers: [...(inputLayer === undefined ? [] : [inputLayer]), ...chain.layers].map(serializeKerasObject),
    ...(chain.source === undefined ? {} : { build_input_shape: chain.source.shape }),
  };
}
