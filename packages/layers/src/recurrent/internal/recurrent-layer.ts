import {
  type AnyLayer,
  ArgumentError,
  type LayerConfig,
  type LayerSpec,
  NdArray,
  type Shape,
  ShapeError,
  StateError,
  type Tree,
  Variable,
  formatShape,
  knownDim,
  stateOf,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type CellLayer, cellParts } from '../cell.js';
import { runRecurrence } from './run-recurrence.js';

/** Options of every recurrent layer. */
export interface RecurrentOptions extends LayerConfig {
  /** Whether the output holds every step, or the last one only. @defaultValue false */
  returnSequences?: boolean;
  /** Whether the last states are returned after the output. @defaultValue false */
  returnState?: boolean;
  /** Whether sequences are run from their last step to their first; outputs are in that order. @defaultValue false */
  goBackwards?: boolean;
  /** Whether a call begins with the states that the call before ended with, example by example. @defaultValue false */
  stateful?: boolean;
  /** Makes no difference here: a sequence runs as one operation either way. @defaultValue false */
  unroll?: boolean;
  /** Whether outputs of masked steps are zeros, in the place of the output before. @defaultValue false */
  zeroOutputForMask?: boolean;
}

export const recurrentDefaults = {
  returnSequences: false,
  returnState: false,
  goBackwards: false,
  stateful: false,
  unroll: false,
  zeroOutputForMask: false,
} as const;

/** What a recurrent layer holds: its cell, and the states where it remembers them. */
export interface RecurrentState {
  readonly cell: CellLayer;
  readonly states: readonly Variable[] | null;
}

type Config = Readonly<Required<RecurrentOptions>>;
type Spec = LayerSpec<RecurrentOptions, object, RecurrentState, Tensor, Tree<Tensor>>;

/** What all recurrent layers do the same, whatever their cell. */
export function recurrentParts<C extends Config>(
  cellOf: (config: C) => CellLayer,
  make: (config: object) => unknown,
): Required<
  Pick<
    Spec,
    | 'build'
    | 'call'
    | 'takesMask'
    | 'takesInitialState'
    | 'supportsMasking'
    | 'computeMask'
    | 'computeOutputShape'
    | 'methods'
  >
> {
  return {
    takesMask: true,
    takesInitialState: true,
    supportsMasking: true,

    build({ config, inputShape, who }) {
      const cell = cellOf(config as C);
      const [batch = null, , ...step] = inputShape;
      cell.build([batch, ...step] as never);
      return { cell, states: config.stateful ? rememberedStates(cell, batch, step, who) : null };
    },

    call(x, { config, state, variables, mask, initialState, training, update, who }) {
      const parts = cellParts(state.cell, who);
      const first = initialState ?? state.states;
      const [batch = 0, , ...step] = x.shape;
      if (first !== null) checkStates(first, parts.stateShapes(step), batch, who);
      const { output, states } = runRecurrence(parts, x, {
        ...config,
        returnState: config.returnState || config.stateful,
        training,
        mask,
        first,
      });
      variables.states?.forEach((variable, i) => {
        update(variable, states[i] as Tensor);
      });
      return config.returnState ? [output, ...states] : output;
    },

    computeMask(_, mask, { config }) {
      const { returnSequences, returnState } = config as unknown as Config;
      const output = returnSequences ? mask : null;
      return returnState ? [output] : output;
    },

    computeOutputShape([batch = null, steps = null, ...step], config) {
      const cell = cellParts(cellOf(config as C), 'computeOutputShape');
      const output = [batch, ...(config.returnSequences ? [steps] : []), ...cell.outputShape(step)];
      return config.returnState
        ? [output, ...cell.stateShapes(step).map((shape) => [batch, ...shape])]
        : output;
    },

    methods: ({ layer }) => ({
      recreate: (changes: object) => make({ ...layer.config, ...changes }),
      resetState: () => {
        resetState(layer);
      },
    }),
  };
}

function rememberedStates(cell: CellLayer, batch: number | null, step: Shape, who: string): Variable[] {
  if (batch === null) {
    throw new ShapeError({
      who,
      expected: 'a known batch size, since it is `stateful`',
      got: 'an unknown one',
      hint: 'Give the model `input({ batchShape: [batch, steps, features] })`.',
    });
  }
  return cellParts(cell, who)
    .stateShapes(step)
    .map((shape) => {
      const zeros = NdArray.zeros([batch, ...shape.map((_, axis) => knownDim(shape, axis, who))]);
      return new Variable(zeros, { name: 'rnn_state', trainable: false });
    });
}

function checkStates(first: readonly Tensor[], shapes: readonly Shape[], batch: number, who: string): void {
  if (first.length !== shapes.length) {
    throw new ArgumentError({ who, expected: `${shapes.length} first states`, got: String(first.length) });
  }
  first.forEach(({ shape }, i) => {
    const wanted = formatShape([batch, ...(shapes[i] ?? [])]);
    if (formatShape(shape) === wanted) return;
    throw new ShapeError({
      who,
      expected: `a state of shape ${wanted} for a batch of ${batch}`,
      got: formatShape(shape),
      hint: 'A stateful layer takes batches of one size only.',
    });
  });
}

/** Lets a stateful layer begin anew. */
function resetState(layer: AnyLayer): void {
  if (layer.config['stateful'] !== true) {
    throw new StateError({
      who: layer.name,
      expected: 'a stateful layer',
      got: 'one that remembers nothing',
    });
  }
  const state = stateOf(layer) as RecurrentState | undefined;
  for (const variable of state?.states ?? []) variable.reset();
}
