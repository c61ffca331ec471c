import { ArgumentError, NdArray, type Optimizer, type Variable, autoName } from '@myelin/core';
import { stateVariable } from './state-variable.js';

/** The iteration and the learning rate that Keras gives every optimizer, also those that make no steps themselves. */
export function ownVariables(name: string): { readonly iteration: Variable; readonly rate: Variable } {
  return {
    iteration: stateVariable(name, 'iteration', NdArray.zeros([], 'int64')),
    rate: stateVariable(name, 'learning_rate', NdArray.zeros([], 'float32')),
  };
}

/** A configuration with a name, which is numbered in the process if none was given. */
export function named<C extends { readonly name: string | null }>(
  className: string,
  config: C,
): C & { readonly name: string } {
  return { ...config, name: config.name ?? autoName(className) };
}

/** Lets each optimizer go on from its part of the values. */
export function restoreAll(optimizers: readonly Optimizer[], values: readonly NdArray[]): void {
  let next = 0;
  for (const optimizer of optimizers) {
    const { length } = optimizer.variables;
    optimizer.restore(values.slice(next, next + length));
    next += length;
  }
}

/** @throws ArgumentError unless it is an optimizer. */
export function expectOptimizer(who: string, given: unknown): void {
  if (typeof given === 'object' && given !== null && 'apply' in given) return;
  throw new ArgumentError({ who, expected: 'an optimizer', got: String(given) });
}
