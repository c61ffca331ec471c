import type { Tensor } from '@tensorflow/tfjs-core';
import { withGradient } from '../gradients/with-gradient.js';
import { plainSimpleRnn, plainSimpleRnnGradient } from './internal/plain-simple-rnn.js';
import { runPlainKernel } from './internal/run-plain-kernel.js';
import { weightGradient } from './internal/weight-gradient.js';
import { type SequenceOptions, type SequenceResult, outputsOf, upstreamOf } from './sequence-options.js';

/**
 * A simple recurrence over a whole sequence, with tanh: {@link simpleRnnStep} for every step.
 *
 * One kernel where the backend has it, and one for its gradient.
 *
 * @param projected - `x · kernel + bias` of every step, in the order in which they are run: `[steps, batch, units]`.
 * @param recurrentKernel - `[units, units]`.
 * @param hidden - the state before the first step, `[batch, units]`.
 */
export function simpleRnnSequence(
  projected: Tensor,
  recurrentKernel: Tensor,
  hidden: Tensor,
  options: SequenceOptions = {},
): SequenceResult {
  const { mask = null } = options;
  const inputs = { projected, recurrentKernel, hidden };
  const [output, ...states] = withGradient(
    inputs,
    () => {
      const kept = runPlainKernel('SimpleRnnSequence', plainSimpleRnn, { ...inputs, mask }, {});
      return {
        outputs: outputsOf(kept, options),
        kept: [...kept, recurrentKernel, ...(mask === null ? [] : [mask])],
      };
    },
    (upstream, kept) => {
      const { dSequence, dStates } = upstreamOf(upstream, options);
      const [hiddens, kernel, lives = null] = kept as readonly [Tensor, Tensor, Tensor?];
      const [dProjected, dHidden] = runPlainKernel(
        'SimpleRnnSequenceGradient',
        plainSimpleRnnGradient,
        { recurrentKernel: kernel, hidden: hiddens, mask: lives, dSequence, dHidden: dStates[0] ?? null },
        {},
      ) as [Tensor, Tensor];
      return {
        projected: () => dProjected,
        recurrentKernel: () => weightGradient(hiddens, dProjected),
        hidden: () => dHidden,
      };
    },
  );
  return { output: output as Tensor, states };
}
