import { type Tensor, add, engine, mul, scalar, sum, zerosLike } from '@tensorflow/tfjs-core';
import { engineInternals } from '../abstract/engine-internals.js';

/**
 * Gradients of `Σ outputs · by` within a gradient that is being computed: by tensors that are floats, zeros by others.
 *
 * @internal
 */
export function gradientsWithin(
  compute: () => readonly Tensor[],
  by: readonly Tensor[],
  operands: readonly Tensor[],
): Tensor[] {
  const floats = operands.filter(({ dtype }) => dtype === 'float32');
  if (floats.length === 0) return operands.map((operand) => zerosLike(operand));
  const value = (): Tensor => {
    const parts = compute().flatMap((output, i): Tensor[] =>
      output.dtype === 'float32' ? [sum(mul(output, by[i] as Tensor))] : [],
    );
    const [first = scalar(0), ...others] = parts;
    return others.reduce((total, part) => add(total, part), first);
  };
  const { state } = engineInternals();
  const { activeTape } = state;
  try {
    const { grads } = engine().gradients(value, floats, scalar(1), true);
    return operands.map(
      (operand) => (grads[floats.indexOf(operand)] as Tensor | null | undefined) ?? zerosLike(operand),
    );
  } finally {
    // The tape of the step is still being read.
    state.activeTape = activeTape;
  }
}
