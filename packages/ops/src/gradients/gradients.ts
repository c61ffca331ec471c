import { StateError } from '@myelin/core';
import { type Tensor, engine, scalar, zerosLike } from '@tensorflow/tfjs-core';
import { ensureGradients } from './ensure-gradients.js';

/**
 * The value of a function and its gradients with respect to tensors that it uses: `g = ∂value / ∂x` for each `x`.
 *
 * `compute` returns a scalar. A tensor that it does not use has the gradient zero, and is not among the `reached`.
 *
 * @example
 * ```ts
 * const x = tensor([3]);
 * valueAndGradients(() => sum(square(x)), [x]).gradients[0]; // [6]
 * ```
 * @throws StateError when the value does not depend on any of the tensors.
 */
export function valueAndGradients(
  compute: () => Tensor,
  tensors: readonly Tensor[],
): { value: Tensor; gradients: Tensor[]; reached: boolean[] } {
  ensureGradients();
  if (tensors.length === 0) return { value: compute(), gradients: [], reached: [] };
  const { value, grads } = recorded(() => engine().gradients(compute, [...tensors], scalar(1), true));
  const reached = grads.map((gradient) => ((gradient as Tensor | null | undefined) ?? null) !== null);
  if (!reached.includes(true)) {
    throw new StateError({
      who: 'valueAndGradients',
      expected: 'a value that depends on the tensors',
      got: 'one that depends on none of them',
      hint: 'Is the loss computed from the outputs of the model, with ops that have gradients?',
    });
  }
  return {
    value,
    gradients: grads.map((gradient, i) => (gradient as Tensor | null) ?? zerosLike(tensors[i] as Tensor)),
    reached,
  };
}

/** tfjs keeps what gradients need until they are computed: also when `run` fails before that. */
function recorded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { state } = engine();
    if (state.gradientDepth === 0) {
      const tape = (state.activeTape as typeof state.activeTape | null | undefined) ?? [];
      for (const { saved = [] } of tape) for (const tensor of saved) tensor.dispose();
      Object.assign(state, { activeTape: null });
    }
    throw error;
  }
}
