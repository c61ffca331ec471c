import {
  type NamedTensorMap,
  type Tensor,
  add,
  matMul,
  sub,
  unstack,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { stepMasks } from './unrolled.js';

/** A gradient by the state after a step, in two parts: what reaches the step, and what passes a masked one by. */
interface Arrived {
  readonly inner: Tensor;
  readonly passed: Tensor | null;
}

/** What the gradients of all recurrences have in common, when they walk from the last step to the first. */
export class Backward {
  readonly steps: number;
  readonly #recurrentKernel: Tensor;
  readonly #upstream: readonly Tensor[] | null;
  readonly #masks: readonly Tensor[] | null;

  constructor({ recurrentKernel, hidden, dSequence, mask }: NamedTensorMap) {
    this.steps = (hidden?.shape[0] ?? 1) - 1;
    this.#recurrentKernel = recurrentKernel as Tensor;
    this.#upstream = dSequence === undefined ? null : unstack(dSequence);
    this.#masks = stepMasks(mask);
  }

  /** The gradient by the state after `step`, given the one that later steps hand back. */
  arrive(step: number, later: Tensor): Arrived {
    const upstream = this.#upstream?.[step];
    return this.split(step, upstream === undefined ? later : add(later, upstream));
  }

  split(step: number, gradient: Tensor): Arrived {
    const inner = this.living(step, gradient);
    return { inner, passed: inner === gradient ? null : sub(gradient, inner) };
  }

  /** Zero where the step was masked, whatever was computed there. */
  living(step: number, gradient: Tensor): Tensor {
    const lives = this.#masks?.[step];
    return lives === undefined ? gradient : where(lives, gradient, zerosLike(gradient));
  }

  /** Through the product with the recurrent kernel: `by · recurrentKernelᵀ`. */
  throughProduct(by: Tensor): Tensor {
    return matMul(by, this.#recurrentKernel, false, true);
  }
}

/** The part that passed a masked step by joins what comes out of the step. */
export function addPassed(gradient: Tensor, passed: Tensor | null): Tensor {
  return passed === null ? gradient : add(gradient, passed);
}
