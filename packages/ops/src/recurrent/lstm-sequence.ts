import type { Tensor } from '@tensorflow/tfjs-core';
import { withGradient } from '../gradients/with-gradient.js';
import { plainLstm, plainLstmGradient } from './internal/plain-lstm.js';
import { runPlainKernel } from './internal/run-plain-kernel.js';
import { weightGradient } from './internal/weight-gradient.js';
import { type SequenceOptions, type SequenceResult, outputsOf, upstreamOf } from './sequence-options.js';

/** What the gradient needs: of the kernel, the recurrent kernel, and the mask if there is one. */
type Kept = readonly [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor?];

/**
 * A long short-term memory over a whole sequence, with tanh and sigmoid: {@link lstmStep} for every step.
 *
 * One kernel where the backend has it, and one for its gradient.
 *
 * @param projected - `x · kernel + bias` of every step, in the order in which they are run: `[steps, batch, 4 · units]`.
 * @param recurrentKernel - `[units, 4 · units]`.
 * @param states - hidden state and carry before the first step, `[batch, units]`.
 */
export function lstmSequence(
  projected: Tensor,
  recurrentKernel: Tensor,
  [hidden, carry]: readonly [Tensor, Tensor],
  options: SequenceOptions = {},
): SequenceResult {
  const { mask = null } = options;
  const inputs = { projected, recurrentKernel, hidden, carry };
  const [output, ...states] = withGradient(
    inputs,
    () => {
      const kept = runPlainKernel('LstmSequence', plainLstm, { ...inputs, mask }, {});
      return {
        outputs: outputsOf(kept.slice(0, 2), options),
        kept: [...kept, recurrentKernel, ...(mask === null ? [] : [mask])],
      };
    },
    (upstream, kept) => {
      const { dSequence, dStates } = upstreamOf(upstream, options);
      const [hiddens, carries, gates, squashed, kernel, lives = null] = kept as Kept;
      const [dProjected, dHidden, dCarry] = runPlainKernel(
        'LstmSequenceGradient',
        plainLstmGradient,
        {
          recurrentKernel: kernel,
          hidden: hiddens,
          carry: carries,
          gates,
          squashed,
          mask: lives,
          dSequence,
          dHidden: dStates[0] ?? null,
          dCarry: dStates[1] ?? null,
        },
        {},
      ) as [Tensor, Tensor, Tensor];
      return {
        projected: () => dProjected,
        recurrentKernel: () => weightGradient(hiddens, dProjected),
        hidden: () => dHidden,
        carry: () => dCarry,
      };
    },
  );
  return { output: output as Tensor, states };
}
