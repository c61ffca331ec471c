import {
  type Complete,
  type NdArray,
  type ObjectFactory,
  type Optimizer,
  type Serializable,
  StateError,
  type Variable,
  defineObject,
  inScope,
} from '@myelin/core';
import { add, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { unknownWeight } from './internal/unknown-weight.js';
import { expectOptimizer, named, ownVariables, restoreAll } from './internal/wrapper.js';
import type { OptimizerMap } from './maps/optimizer-map.js';
import type { Slotted } from './optimizer-spec.js';

/** Options of {@link multiOptimizer}. */
export interface MultiOptimizerConfig {
  /** Which optimizer trains a weight: an `optimizerMap`, or a function, which cannot be saved. */
  optimizerMap: OptimizerMap | ((weight: Slotted) => Optimizer);
  /** What the loss is multiplied by, in place of what the optimizers say. @defaultValue null */
  lossScaleFactor?: number | null;
  /** @defaultValue the class in snake case, numbered in the process: `multi_optimizer` */
  name?: string | null;
}

/**
 * Trains different weights with different optimizers.
 *
 * Variables, in saved order: its own iteration, a learning rate that stays 0, then those of each optimizer.
 *
 * @example
 * ```ts
 * const map = optimizerMap({ defaultOptimizer: adam(), optimizerMap: { '.*embeddings': adagrad() } });
 * multiOptimizer({ optimizerMap: map }).className; // 'MultiOptimizer'
 * ```
 * @throws StateError when its learning rate is read or set: each optimizer has one.
 * @see Keras `keras.optimizers.MultiOptimizer`
 * @id multioptimizer
 */
export const multiOptimizer: ObjectFactory<
  MultiOptimizerConfig,
  Omit<Optimizer, keyof Serializable>
> = /* @__PURE__ */ defineObject<MultiOptimizerConfig, Omit<Optimizer, keyof Serializable>>(
  {
    className: 'MultiOptimizer',
    module: 'keras.optimizers',
    required: ['optimizerMap'],
    defaults: { lossScaleFactor: null, name: null },
    floats: ['lossScaleFactor'],
    normalize: (config) => named('MultiOptimizer', config),
  },
  (config) => new Dispatcher(config),
);

class Dispatcher implements Omit<Optimizer, keyof Serializable> {
  readonly lossScaleFactor: number | null;
  readonly #name: string;
  readonly #optimizerOf: (weight: Slotted) => Optimizer;
  readonly #iteration: Variable;
  readonly #own: readonly Variable[];
  readonly #optimizers = new Set<Optimizer>();
  readonly #byWeight = new Map<Variable, Optimizer>();
  #excluded: Parameters<Optimizer['excludeFromWeightDecay']>[0] | undefined;

  constructor({ optimizerMap, lossScaleFactor, name }: Complete<MultiOptimizerConfig>) {
    this.#name = String(name);
    this.lossScaleFactor = lossScaleFactor;
    this.#optimizerOf = optimizerMap;
    const { iteration, rate } = ownVariables(this.#name);
    this.#iteration = iteration;
    this.#own = [iteration, rate];
    if ('optimizers' in optimizerMap) for (const optimizer of optimizerMap.optimizers) this.#add(optimizer);
  }

  get variables(): readonly Variable[] {
    if (!this.built) return [];
    return [...this.#own, ...[...this.#optimizers].flatMap(({ variables }) => variables)];
  }

  get built(): boolean {
    return this.#byWeight.size > 0;
  }

  build(weights: readonly Variable[]): void {
    if (this.built) return;
    for (const weight of weights) {
      const optimizer = this.#optimizerOf(weight);
      this.#add(optimizer);
      this.#byWeight.set(weight, optimizer);
    }
    for (const optimizer of this.#optimizers) {
      if (this.#excluded !== undefined) optimizer.excludeFromWeightDecay(this.#excluded);
      optimizer.build(weights.filter((weight) => this.#byWeight.get(weight) === optimizer));
    }
  }

  scaleLoss(loss: Tensor): Tensor {
    return this.lossScaleFactor === null ? loss : multiply(loss, this.lossScaleFactor);
  }

  excludeFromWeightDecay(which: { weights?: readonly Variable[]; names?: readonly string[] }): void {
    this.#excluded = which;
    // Those that have their slots already refuse.
    if (this.built) for (const optimizer of this.#optimizers) optimizer.excludeFromWeightDecay(which);
  }

  apply(gradients: readonly Tensor[], weights: readonly Variable[]): void {
    if (gradients.length === 0) return;
    this.build(weights);
    inScope((scope) => {
      const owners = weights.map((weight) => this.#ownerOf(weight));
      for (const optimizer of new Set(owners)) {
        const isIts = (_: unknown, i: number): boolean => owners[i] === optimizer;
        optimizer.apply(gradients.filter(isIts), weights.filter(isIts));
      }
      scope.update(this.#iteration, add(scope.read(this.#iteration), 1));
      return [];
    });
  }

  readLearningRate(): Promise<number> {
    return Promise.reject(this.#noRate());
  }

  setLearningRate(): void {
    throw this.#noRate();
  }

  restore(values: readonly NdArray[]): void {
    this.#own.forEach((variable, i) => {
      variable.assign(values[i] as NdArray);
    });
    restoreAll([...this.#optimizers], values.slice(this.#own.length));
  }

  async finalize(weights: readonly Variable[]): Promise<void> {
    for (const optimizer of this.#optimizers) await optimizer.finalize(weights);
  }

  #add(optimizer: Optimizer): void {
    expectOptimizer(this.#name, optimizer);
    if (this.#optimizers.has(optimizer)) return;
    optimizer.lossScaleFactor = this.lossScaleFactor;
    this.#optimizers.add(optimizer);
  }

  #ownerOf(weight: Variable): Optimizer {
    const owner = this.#byWeight.get(weight);
    if (owner === undefined) throw unknownWeight(this.#name, weight);
    return owner;
  }

  #noRate(): StateError {
    return new StateError({
      who: this.#name,
      expected: 'the learning rate of one optimizer',
      got: 'several optimizers',
      hint: 'Read or set it at those that `optimizerMap` holds.',
    });
  }
}
