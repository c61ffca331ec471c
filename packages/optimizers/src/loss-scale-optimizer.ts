import {
  type Complete,
  NdArray,
  type ObjectFactory,
  type Optimizer,
  type Serializable,
  type Variable,
  defineObject,
  inScope,
} from '@myelin/core';
import { add, all, divide, equal, isfinite, logicalAnd, logicalNot, multiply, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { stateVariable } from './internal/state-variable.js';
import { expectOptimizer, named, ownVariables } from './internal/wrapper.js';

/** Options of {@link lossScaleOptimizer}. */
export interface LossScaleOptimizerConfig {
  /** What makes the steps; its own `lossScaleFactor` is switched off. */
  innerOptimizer: Optimizer;
  /** What the loss is multiplied by at first. @defaultValue 32768 */
  initialScale?: number;
  /** After how many good steps in a row the scale is doubled. @defaultValue 2000 */
  dynamicGrowthSteps?: number;
  /** @defaultValue the class in snake case, numbered in the process: `loss_scale_optimizer` */
  name?: string | null;
}

/**
 * Multiplies the loss by a scale, so that small gradients survive, and takes it out of the gradients again.
 *
 * A step with a gradient that is infinite or not a number is left out, and halves the scale; `dynamicGrowthSteps` good
 * steps in a row double it.
 *
 * Variables, in saved order: an iteration and a learning rate that stay 0, `step_counter`, `dynamic_scale`, then those of
 * `innerOptimizer`.
 *
 * @example
 * ```ts
 * lossScaleOptimizer({ innerOptimizer: adam() }).scaleLoss(tensor(2)); // 65536
 * ```
 * @throws ArgumentError when `innerOptimizer` is no optimizer.
 * @see Keras `keras.optimizers.LossScaleOptimizer`; Micikevicius et al., 2017, arXiv 1710.03740, section 3.2.
 * @id lossscaleoptimizer
 */
export const lossScaleOptimizer: ObjectFactory<
  LossScaleOptimizerConfig,
  Omit<Optimizer, keyof Serializable>
> = /* @__PURE__ */ defineObject<LossScaleOptimizerConfig, Omit<Optimizer, keyof Serializable>>(
  {
    className: 'LossScaleOptimizer',
    module: 'keras.optimizers',
    required: ['innerOptimizer'],
    defaults: { initialScale: 32768, dynamicGrowthSteps: 2000, name: null },
    floats: ['initialScale'],
    normalize: (config) => named('LossScaleOptimizer', config),
    check({ innerOptimizer }) {
      expectOptimizer('LossScaleOptimizer', innerOptimizer);
    },
  },
  (config) => new LossScaler(config),
);

class LossScaler implements Omit<Optimizer, keyof Serializable> {
  /** The scale changes from step to step instead. */
  readonly lossScaleFactor = null;
  readonly #inner: Optimizer;
  readonly #growthSteps: number;
  readonly #counter: Variable;
  readonly #scale: Variable;
  readonly #own: readonly Variable[];

  constructor(config: Complete<LossScaleOptimizerConfig>) {
    const name = String(config.name);
    this.#inner = config.innerOptimizer;
    this.#inner.lossScaleFactor = null;
    this.#growthSteps = config.dynamicGrowthSteps;
    this.#counter = stateVariable(name, 'step_counter', NdArray.zeros([], 'int64'));
    this.#scale = stateVariable(name, 'dynamic_scale', NdArray.from(config.initialScale).cast('float32'));
    const { iteration, rate } = ownVariables(name);
    this.#own = [iteration, rate, this.#counter, this.#scale];
  }

  get variables(): readonly Variable[] {
    return this.built ? [...this.#own, ...this.#inner.variables] : [];
  }

  get built(): boolean {
    return this.#inner.built;
  }

  build(weights: readonly Variable[]): void {
    this.#inner.build(weights);
  }

  scaleLoss(loss: Tensor): Tensor {
    return inScope((scope) => multiply(loss, scope.read(this.#scale)));
  }

  excludeFromWeightDecay(which: { weights?: readonly Variable[]; names?: readonly string[] }): void {
    this.#inner.excludeFromWeightDecay(which);
  }

  apply(gradients: readonly Tensor[], weights: readonly Variable[]): void {
    if (gradients.length === 0) return;
    this.build(weights);
    inScope((scope) => {
      const scale = scope.read(this.#scale);
      const good = gradients
        .map((gradient) => all(isfinite(gradient)))
        .reduce((one, other) => logicalAnd(one, other));
      const held = [...weights, ...this.#inner.variables];
      const before = held.map((variable) => scope.read(variable));
      this.#inner.apply(
        gradients.map((gradient) => divide(gradient, scale)),
        weights,
      );
      held.forEach((variable, i) => {
        const after = scope.read(variable);
        if (after !== before[i]) scope.update(variable, where(good, after, before[i] as Tensor));
      });
      const counted = add(scope.read(this.#counter), 1);
      const grows = equal(counted, this.#growthSteps);
      scope.update(this.#counter, where(logicalAnd(good, logicalNot(grows)), counted, 0));
      scope.update(this.#scale, multiply(scale, where(good, where(grows, 2, 1), 0.5)));
      return [];
    });
  }

  readLearningRate(): Promise<number> {
    return this.#inner.readLearningRate();
  }

  setLearningRate(value: number): void {
    this.#inner.setLearningRate(value);
  }

  restore(values: readonly NdArray[]): void {
    this.#own.forEach((variable, i) => {
      variable.assign(values[i] as NdArray);
    });
    this.#inner.restore(values.slice(this.#own.length));
  }

  finalize(weights: readonly Variable[]): Promise<void> {
    return this.#inner.finalize(weights);
  }
}
