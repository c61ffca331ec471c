import {
  type Complete,
  type DeserializeContext,
  type ObjectFactory,
  type Optimizer,
  type WireRecord,
  completeConfig,
  defineConstants,
  fromWire,
  toWire,
} from '@myelin/core';
import { checkOptions } from './internal/check-options.js';
import { OptimizerEngine, type Slots, type UpdateRule } from './internal/optimizer-engine.js';
import { named } from './internal/wrapper.js';
import type { CarrySpec, OptimizerConfig, OptimizerSpec, StepInput } from './optimizer-spec.js';

/** Makes optimizers of one class. */
export type OptimizerFactory<C> = ObjectFactory<C & OptimizerConfig, Optimizer>;

const baseDefaults: Complete<OptimizerConfig> = {
  name: null,
  learningRate: 0.001,
  weightDecay: null,
  clipnorm: null,
  globalClipnorm: null,
  clipvalue: null,
  useEma: false,
  emaMomentum: 0.99,
  emaOverwriteFrequency: null,
  lossScaleFactor: null,
  gradientAccumulationSteps: null,
};

const baseFloats = [
  'learningRate',
  'weightDecay',
  'clipnorm',
  'globalClipnorm',
  'clipvalue',
  'emaMomentum',
  'lossScaleFactor',
];

/**
 * Defines an optimizer by its update of one weight; clipping, decay, averages and accumulation are taken care of.
 *
 * @example
 * ```ts
 * const signSgd = defineOptimizer<object, object>({
 *   className: 'SignSgd', module: null, registeredName: 'my>SignSgd', defaults: {},
 *   slots: () => [],
 *   step: ({ gradient, variable, learningRate }) => ({
 *     variable: subtract(variable, multiply(learningRate, sign(gradient))), slots: {},
 *   }),
 * });
 * signSgd({ learningRate: 0.5 }).className; // 'SignSgd'
 * ```
 * @see Keras `keras.optimizers.Optimizer`
 */
export function defineOptimizer<C extends object, S extends object, T = unknown>(
  given: OptimizerSpec<C, S, T>,
): OptimizerFactory<C> {
  const spec = { ...given, floats: [...baseFloats, ...(given.floats ?? [])] };
  const { className, module = 'keras.optimizers', registeredName = null } = spec;
  const defaults = { ...baseDefaults, ...spec.defaults };
  const make = (options: C & OptimizerConfig): Optimizer => {
    const config = named(className, completeConfig<OptimizerConfig>(spec, defaults, options));
    checkOptions(className, config);
    const complete = config as unknown as Complete<C & OptimizerConfig>;
    spec.check?.(complete);
    const engine = new OptimizerEngine(config, {
      slots: (weight) => spec.slots(complete, weight),
      carry: bound(spec.carry, complete),
      decayOf: (weight) => (spec.decayOf ? spec.decayOf(complete, weight) : config.weightDecay),
      common: (time) => spec.common?.(time, complete),
      step: (input) => {
        const { variable, slots } = spec.step(input as unknown as StepInput<S, T>, complete);
        return { variable, slots: slots as unknown as Slots };
      },
    });
    const getConfig = (): WireRecord => {
      const { learningRate, lossScaleFactor } = engine;
      return toWire(spec, { ...config, learningRate, lossScaleFactor });
    };
    return defineConstants(engine, { className, module, registeredName, getConfig });
  };
  const fromConfig = (wire: WireRecord, context: DeserializeContext): Optimizer =>
    make(fromWire(spec, wire, Object.keys(defaults), context) as C & OptimizerConfig);
  const factory = (options?: C & OptimizerConfig): Optimizer => make(options ?? ({} as C & OptimizerConfig));
  return defineConstants(factory, { className, module, registeredName, fromConfig });
}

function bound<C>(carry: CarrySpec<C> | undefined, config: C): UpdateRule['carry'] {
  return carry && { initial: carry.initial, next: (value, time) => carry.next(value, time, config) };
}
