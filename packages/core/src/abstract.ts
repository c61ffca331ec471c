import type { Tensor } from '@tensorflow/tfjs-core';
import { ambient } from './ambient.js';
import type { TensorDType } from './dtype.js';
import { StateError } from './errors.js';
import type { Shape } from './shape.js';

/** What is known of a tensor before it exists. */
export interface TensorSpec {
  readonly shape: Shape;
  readonly dtype: TensorDType;
}

/** Finds the shapes and types of what `compute` returns, without computing. */
export type AbstractEvaluator = (
  compute: (...inputs: Tensor[]) => Tensor | Tensor[],
  inputs: readonly TensorSpec[],
) => TensorSpec[];

/** Installs the evaluator, unless one is installed already; `ops` does so before the first symbolic tensor. */
export function installAbstractEvaluator(evaluator: AbstractEvaluator): void {
  ambient().abstractEvaluator ??= evaluator;
}

/** Whether shapes are being found, so that tensors have no values. */
export function isEvaluatingAbstractly(): boolean {
  return ambient().abstractDepth > 0;
}

export function abstractEvaluator(): AbstractEvaluator {
  const state = ambient();
  const evaluator = state.abstractEvaluator;
  if (evaluator === undefined) {
    throw new StateError({
      who: 'abstractEvaluator',
      expected: 'an evaluator of shapes',
      got: 'none',
      hint: 'Make symbolic tensors with `input()` of @myelin/layers, or call `ensureAbstractEvaluator()` of @myelin/ops.',
    });
  }
  return (compute, inputs) => {
    state.abstractDepth++;
    try {
      return evaluator(compute, inputs);
    } finally {
      state.abstractDepth--;
    }
  };
}
