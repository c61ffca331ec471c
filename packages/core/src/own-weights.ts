import { ambient } from './ambient.js';
import type { WeightOptions } from './layer.js';
import { NdArray } from './nd-array.js';
import { nextSeed } from './random.js';
import { Variable } from './variable.js';

/** The weights that one layer made itself, in Keras' order: those made to be trained come first. */
export interface OwnWeights {
  add(weight: string, shape: readonly number[], options: WeightOptions): Variable;
  /** Counts a weight of a layer within, too. */
  share(weight: Variable): Variable;
  remove(weight: Variable): void;
  all(): Variable[];
  /** Runs `body`; the weights that it made are gone if it fails. */
  wholly<T>(body: () => T): T;
}

export function ownWeights(): OwnWeights {
  /** Kept apart by what weights were made for: a weight that is frozen later keeps its place. */
  let trained: readonly Variable[] = [];
  let others: readonly Variable[] = [];

  const share = (weight: Variable): Variable => {
    if (weight.trainable) trained = [...trained, weight];
    else others = [...others, weight];
    return weight;
  };

  return {
    add(weight, shape, { initializer, dtype = 'float32', ...rest }) {
      const value = initializer(shape, dtype);
      return share(new Variable(value, { name: weight, path: pathOf(weight), dtype, ...rest }));
    },
    share,
    remove(weight) {
      trained = trained.filter((one) => one !== weight);
      others = others.filter((one) => one !== weight);
    },
    all: () => [...trained, ...others],
    wholly(body) {
      const before = [trained, others] as const;
      try {
        return body();
      } catch (error) {
        [trained, others] = before;
        throw error;
      }
    },
  };
}

/** A state that is none of the weights. */
export function makeState(state: string, value: NdArray): Variable {
  return new Variable(value, {
    name: state.split('/').at(-1) ?? state,
    path: pathOf(state),
    trainable: false,
  });
}

/** The state of a stream of random numbers; a seed of null takes the next stream. */
export function makeSeed(seed: number | null): Variable {
  return makeState('seed_generator/seed_generator_state', new NdArray(Int32Array.of(seed ?? nextSeed(), 0)));
}

function pathOf(weight: string): string {
  return [...ambient().path, weight].join('/');
}
