import {
  type AnyLayer,
  ArgumentError,
  type Deserializable,
  type Layer,
  type LayerConfig,
  type Tree,
  defineLayer,
  flatten,
} from '@myelin/core';
import { add, concatenate, divide, flip, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { RecurrentLayer } from './define-recurrent.js';
import type { RecurrentOptions } from './internal/recurrent-layer.js';

/** How the outputs of both directions become one; null leaves them two. */
export type MergeMode = 'concat' | 'sum' | 'mul' | 'ave' | null;

type Several = readonly [Tensor, ...Tensor[]];

/** A bidirectional layer. */
export interface BidirectionalLayer<Out = Tensor> extends Layer<BidirectionalConfig, Tensor, Out> {
  /** Lets both stateful layers begin anew. @throws StateError when they are not stateful. */
  resetState(): void;
}

/** Makes bidirectional layers; with states, or without a merge mode, they return several outputs. */
export interface BidirectionalFactory extends Deserializable {
  (
    config: BidirectionalConfig &
      ({ layer: RecurrentLayer<RecurrentOptions, Several> } | { mergeMode: null }),
  ): BidirectionalLayer<Several>;
  (config: BidirectionalConfig): BidirectionalLayer;
}

/** Options of {@link bidirectional}. */
export interface BidirectionalConfig extends LayerConfig {
  /** The recurrent layer; what is used of it are its options. */
  layer: AnyLayer;
  /** @defaultValue 'concat' */
  mergeMode?: MergeMode;
  /** The layer for the way back, with another `goBackwards`. @defaultValue one with the options of `layer` */
  backwardLayer?: AnyLayer | null;
}

const resolvers = { layer: forward, mergeMode: knownMode, backwardLayer: backward };

/**
 * Runs a recurrent layer over sequences in both directions: each step knows what comes before it and after it.
 *
 * For sequences that are there as a whole, such as sentences and genes. Outputs of masked steps are zeros. First states
 * are those of the way there, then those of the way back.
 *
 * Input `[batch, steps, features]` → output `[batch, 2 · units]`, or `[batch, steps, 2 · units]` where the layer returns
 * sequences; with a merge mode other than `'concat'` `units` wide. With null there are two outputs in a list; where the
 * layer returns states, they follow the outputs in it.
 * Weights, in saved order: those of the layer, then those of the layer for the way back.
 *
 * @example
 * ```ts
 * const layer = simpleRnn({ units: 1, activation: 'linear', kernelInitializer: 'ones', recurrentInitializer: 'ones', returnSequences: true });
 * bidirectional({ layer })(tensor([[[1], [2], [3]]])); // [[[1, 6], [3, 5], [6, 3]]]
 * ```
 * @throws ArgumentError when the layers do not go together.
 * @id Bidirectional
 * @see Keras `keras.layers.Bidirectional`; Schuster and Paliwal, "Bidirectional recurrent neural networks", 1997.
 */
export const bidirectional: BidirectionalFactory = /* @__PURE__ */ defineLayer<
  BidirectionalConfig,
  Directions,
  Tensor,
  Tree<Tensor>,
  typeof resolvers,
  Pick<BidirectionalLayer, 'resetState'>
>({
  className: 'Bidirectional',
  required: ['layer'],
  defaults: { mergeMode: 'concat', backwardLayer: null },
  resolve: resolvers,
  takesMask: true,
  takesInitialState: true,

  build({ config: { layer, backwardLayer }, inputShape }) {
    layer.build(inputShape);
    backwardLayer.build(inputShape);
    return { forwardLayer: layer, backwardLayer };
  },

  call(x, { config, state, mask, initialState, training }): Tree<Tensor> {
    const half = (initialState?.length ?? 0) / 2;
    const run = (layer: Recurrent, from: number): readonly Tensor[] => {
      const first = initialState === null ? {} : { initialState: initialState.slice(from, from + half) };
      return flatten<Tensor>(layer(x, { training, ...first, ...(mask === null ? {} : { mask }) }));
    };
    const [there, ...states] = run(state.forwardLayer, 0) as [Tensor, ...Tensor[]];
    const [back, ...backStates] = run(state.backwardLayer, half) as [Tensor, ...Tensor[]];
    const turned = optionsOf(config.layer).returnSequences ? flip(back, { axis: 1 }) : back;
    const outputs = merged(there, turned, config.mergeMode);
    const all = [...outputs, ...states, ...backStates];
    return all.length === 1 ? (all[0] as Tensor) : all;
  },

  computeMask(_, mask, { config }) {
    const output = optionsOf(config.layer).returnSequences ? mask : null;
    return config.mergeMode === null ? [output, output] : [output];
  },

  methods: ({ builtFor, build }) => ({
    resetState() {
      const shape = builtFor();
      if (shape === undefined) return;
      const { forwardLayer, backwardLayer } = build(shape);
      forwardLayer.resetState();
      backwardLayer.resetState();
    },
  }),
}) as unknown as BidirectionalFactory;

interface Directions {
  readonly forwardLayer: Recurrent;
  readonly backwardLayer: Recurrent;
}

type Options = Required<RecurrentOptions>;
type Recurrent = RecurrentLayer<RecurrentOptions, Tree<Tensor>> &
  Layer<RecurrentOptions, Tensor, Tree<Tensor>>;

function optionsOf(layer: AnyLayer | Recurrent): Options {
  return layer.config as unknown as Options;
}

function merged(there: Tensor, back: Tensor, mode: MergeMode): Tensor[] {
  switch (mode) {
    case 'concat':
      return [concatenate([there, back], { axis: -1 })];
    case 'sum':
      return [add(there, back)];
    case 'mul':
      return [multiply(there, back)];
    case 'ave':
      return [divide(add(there, back), 2)];
    case null:
      return [there, back];
  }
}

/** The layer anew, with zeros in the place of outputs of masked steps. */
function forward(given: AnyLayer, who: string): Recurrent {
  const layer = recurrentLayer(given, who);
  return layer.recreate({
    name: renamed('forward', layer),
    zeroOutputForMask: optionsOf(layer).returnSequences,
  });
}

function backward(given: AnyLayer | null, who: string, config: { readonly layer: AnyLayer }): Recurrent {
  const other = recurrentLayer(config.layer, who);
  const { goBackwards, returnSequences, returnState, stateful } = optionsOf(other);
  const zeroOutputForMask = returnSequences;
  if (given === null) {
    checkPair(!goBackwards, who);
    return other.recreate({ name: renamed('backward', other), goBackwards: true, zeroOutputForMask });
  }
  const layer = recurrentLayer(given, who);
  const options = optionsOf(layer);
  checkPair(options.goBackwards !== goBackwards, who);
  for (const [option, value] of Object.entries({ returnSequences, returnState, stateful })) {
    if (options[option as keyof Options] === value) continue;
    throw new ArgumentError({
      who,
      expected: `both layers to have the same \`${option}\``,
      got: `${String(value)} and ${String(options[option as keyof Options])}`,
    });
  }
  return options.zeroOutputForMask === zeroOutputForMask ? layer : layer.recreate({ zeroOutputForMask });
}

function recurrentLayer(given: AnyLayer, who: string): Recurrent {
  if ('recreate' in given) return given as unknown as Recurrent;
  throw new ArgumentError({ who, expected: 'a recurrent layer', got: given.className });
}

function checkPair(isPair: boolean, who: string): void {
  if (isPair) return;
  throw new ArgumentError({
    who,
    expected: 'one layer that goes backwards, and one that does not',
    got: 'two that go the same way',
    hint: 'Give `layer` without `goBackwards`.',
  });
}

function renamed(direction: string, { name }: { readonly name: string }): string {
  return `${direction}_${name.replace(new RegExp(`^${direction}_`), '')}`;
}

function knownMode(given: MergeMode, who: string): MergeMode {
  if (given === null || ['concat', 'sum', 'mul', 'ave'].includes(given)) return given;
  throw new ArgumentError({
    who,
    expected: '`mergeMode` to be "concat", "sum", "mul", "ave" or null',
    got: JSON.stringify(given),
  });
}
