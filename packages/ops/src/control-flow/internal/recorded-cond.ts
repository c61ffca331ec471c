import { type Tensor, engine } from '@tensorflow/tfjs-core';
import type { AbstractBackend } from '../../abstract/abstract-backend.js';
import { gradientsWithin } from '../../gradients/gradients-within.js';
import { withGradient } from '../../gradients/with-gradient.js';
import { isOnTape, offTape } from '../../off-tape.js';

type Branch = () => readonly Tensor[];

/** A choice of a tracer, whose gradient is one, too. */
export function recordedCond(
  backend: AbstractBackend,
  predicate: Tensor,
  branches: readonly [Branch, Branch],
): Tensor[] {
  const { outputs, captured } = offTape(() => backend.cond(predicate, branches));
  const operands = captured.filter(({ dtype }) => dtype === 'float32');
  if (!isOnTape() || operands.length === 0) return outputs;
  // The gradient runs the branches again, on the tensors that they name.
  for (const operand of operands) if (backend.owns(operand.dataId)) engine().keep(operand);
  return withGradient(
    Object.fromEntries(operands.map((operand, i) => [String(i), operand])),
    () => ({ outputs, kept: [predicate] }),
    (upstream, [condition]) => {
      const backward =
        (branch: Branch): Branch =>
        () =>
          gradientsWithin(branch, upstream, operands);
      const [onTrue, onFalse] = branches;
      const choice = backend.cond(condition as Tensor, [backward(onTrue), backward(onFalse)]);
      return Object.fromEntries(operands.map((_, i) => [String(i), () => choice.outputs[i] as Tensor]));
    },
  );
}
