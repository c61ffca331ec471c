import { ArgumentError, type ObjectFactory, type Optimizer, defineObject } from '@myelin/core';
import type { Slotted } from '../optimizer-spec.js';

/** Options of {@link optimizerMap}. */
export interface OptimizerMapConfig {
  /** What trains the weights that nothing else is said of. */
  defaultOptimizer: Optimizer;
  /** Optimizers by the path of a weight, or by a regular expression of the whole path. @defaultValue \{\} */
  optimizerMap?: Readonly<Record<string, Optimizer>>;
}

/** Says which optimizer trains a weight. */
export interface OptimizerMap {
  (weight: Slotted): Optimizer;
  /** Those it may name, each once, in the order in which files hold them. */
  readonly optimizers: readonly Optimizer[];
}

/**
 * Says by the path of a weight which optimizer trains it, for `multiOptimizer`.
 *
 * The path itself comes before regular expressions.
 *
 * @example
 * ```ts
 * const map = optimizerMap({ defaultOptimizer: sgd(), optimizerMap: { 'encoder/.*': adam() } });
 * map({ path: 'encoder/dense/kernel', name: 'kernel', shape: [2, 2] }).className; // 'Adam'
 * map({ path: 'decoder/dense/kernel', name: 'kernel', shape: [2, 2] }).className; // 'SGD'
 * ```
 * @throws ArgumentError for a weight that several expressions fit.
 * @see Keras `keras.optimizers.OptimizerMap`
 */
export const optimizerMap: ObjectFactory<OptimizerMapConfig, OptimizerMap> = /* @__PURE__ */ defineObject<
  OptimizerMapConfig,
  OptimizerMap
>(
  {
    className: 'OptimizerMap',
    module: 'keras.optimizers',
    required: ['defaultOptimizer'],
    defaults: { optimizerMap: {} },
  },
  ({ defaultOptimizer, optimizerMap: byPath }) =>
    Object.assign(({ path }: Slotted) => optimizerAt(path, byPath) ?? defaultOptimizer, {
      optimizers: [...new Set([...Object.values(byPath), defaultOptimizer])],
    }),
);

function optimizerAt(path: string, byPath: Readonly<Record<string, Optimizer>>): Optimizer | undefined {
  if (Object.hasOwn(byPath, path)) return byPath[path];
  const fitting = Object.keys(byPath).filter((pattern) => new RegExp(`^(?:${pattern})$`).test(path));
  if (fitting.length > 1) {
    throw new ArgumentError({
      who: 'OptimizerMap',
      expected: `one optimizer for the weight ${path}`,
      got: fitting.join(', '),
      hint: 'Make the expressions more specific, or name the path itself.',
    });
  }
  return byPath[fitting[0] ?? ''];
}
