import {
  ArgumentError,
  type ArrayLike,
  type LayerConfig,
  NdArray,
  type Scope,
  ShapeError,
  type Variable,
  currentScope,
  formatShape,
} from '@myelin/core';
import { type Model, defineModel } from '@myelin/models';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Parts, type VisibleUnits, advance } from './equations.js';

/** What computes on a machine: from arrays and a place in a stream of random numbers to arrays. */
export interface Computation {
  /** Computations of one machine that have one key are the same program. */
  readonly key: string;
  /** How many draws there are. */
  readonly draws: number;
  readonly run: (inputs: readonly Tensor[], parts: Parts, seed: Tensor) => Tensor[];
}

/** The programs of each machine; they go with it. */
const programs = /* @__PURE__ */ new WeakMap<Model, Map<string, Model>>();

/** Computes on a machine as its steps do: compiled where there is a compiler. All rows are one batch. */
export async function onMachine(
  machine: Model,
  inputs: readonly NdArray[],
  computation: Computation,
): Promise<NdArray[]> {
  const known = programs.get(machine) ?? new Map<string, Model>();
  programs.set(machine, known);
  const program = known.get(computation.key) ?? makeProgram(machine, computation);
  known.set(computation.key, program);
  const outputs = await program.predictOnBatch<NdArray | NdArray[]>(
    inputs.length === 1 ? (inputs[0] as NdArray) : [...inputs],
  );
  return Array.isArray(outputs) ? outputs : [outputs];
}

function makeProgram(machine: Model, { key, draws, run }: Computation): Model {
  const make = defineModel<LayerConfig, { machine: Model; seed: Variable }, Tensor | Tensor[]>({
    className: 'MachineComputation',
    defaults: {},
    build: ({ addSeed }) => ({ machine, seed: addSeed(null) }),
    predictStep({ x }, { state, variables, update }) {
      const inputs = Array.isArray(x) ? (x as Tensor[]) : [x as Tensor];
      const outputs = run(inputs, readParts(machine), state.seed);
      if (draws > 0) update(variables.seed, advance(state.seed, draws));
      return outputs;
    },
  });
  return make({ name: `${machine.name}_${key}` });
}

/** The weights of a machine as the running step sees them. */
function readParts(machine: Model): Parts {
  const scope = currentScope() as Scope;
  const [kernel, visibleBias, hiddenBias] = machine.trainableWeights.map((weight) => scope.read(weight)) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  return { kernel, visibleBias, hiddenBias, visibleUnits: unitsOf(machine) };
}

/** What the visible units of a machine are. */
export function unitsOf(machine: Model): VisibleUnits {
  return (machine.config as { readonly visibleUnits?: VisibleUnits }).visibleUnits ?? 'bernoulli';
}

/** Rows of visible units, as float32. @throws ArgumentError when the model is no machine, ShapeError for another width. */
export function visibleRows(who: string, machine: Model, x: ArrayLike): NdArray {
  const { className } = machine as { readonly className?: string };
  if (className !== 'RestrictedBoltzmannMachine') {
    throw new ArgumentError({
      who,
      expected: 'a restricted Boltzmann machine',
      got: `${machine.name} (${className})`,
      hint: 'Make one with `restrictedBoltzmannMachine`.',
    });
  }
  const rows = NdArray.from(x);
  const visible = countVisible(machine);
  if (rows.rank !== 2 || rows.shape[1] !== visible) {
    throw new ShapeError({ who, expected: `x of shape (n, ${visible})`, got: formatShape(rows.shape) });
  }
  return rows.cast('float32');
}

/** How many visible units a machine has. */
export function countVisible(machine: Model): number {
  return machine.weights[0]?.shape[0] ?? 0;
}
