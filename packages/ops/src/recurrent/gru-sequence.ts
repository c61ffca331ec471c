import { type Tensor, concat, matMul, slice, sum } from '@tensorflow/tfjs-core';
import { withGradient } from '../gradients/with-gradient.js';
import { plainGru, plainGruGradient } from './internal/plain-gru.js';
import { runPlainKernel } from './internal/run-plain-kernel.js';
import { asRows, weightGradient } from './internal/weight-gradient.js';
import { type SequenceOptions, type SequenceResult, outputsOf, upstreamOf } from './sequence-options.js';

/** Weights of a {@link gruSequence} that work on the state. */
export interface GruWeights {
  /** `[units, 3 · units]`. */
  readonly recurrentKernel: Tensor;
  /** `[3 · units]`, for a reset after the product only. @defaultValue null */
  readonly recurrentBias?: Tensor | null;
}

export interface GruSequenceOptions extends SequenceOptions {
  /** Whether the reset gate comes after the product with the recurrent kernel. @defaultValue true */
  readonly resetAfter?: boolean;
}

/**
 * A gated recurrent unit over a whole sequence, with tanh and sigmoid: {@link gruStep} for every step.
 *
 * One kernel where the backend has it, and one for its gradient.
 *
 * @param projected - `x · kernel + bias` of every step, in the order in which they are run: `[steps, batch, 3 · units]`.
 * @param hidden - the state before the first step, `[batch, units]`.
 */
export function gruSequence(
  projected: Tensor,
  { recurrentKernel, recurrentBias = null }: GruWeights,
  hidden: Tensor,
  options: GruSequenceOptions = {},
): SequenceResult {
  const { mask = null, resetAfter = true } = options;
  const attrs = { resetAfter };
  const inputs = { projected, recurrentKernel, hidden, ...(recurrentBias === null ? {} : { recurrentBias }) };
  const [output, ...states] = withGradient(
    inputs,
    () => {
      const kept = runPlainKernel('GruSequence', plainGru, { ...inputs, mask }, attrs);
      return {
        outputs: outputsOf(kept.slice(0, 1), options),
        kept: [...kept, recurrentKernel, ...(mask === null ? [] : [mask])],
      };
    },
    (upstream, kept) => {
      const { dSequence, dStates } = upstreamOf(upstream, options);
      const [hiddens, gates, inner, kernel, lives = null] = kept as Kept;
      const results = runPlainKernel(
        'GruSequenceGradient',
        plainGruGradient,
        {
          recurrentKernel: kernel,
          hidden: hiddens,
          gates,
          inner,
          mask: lives,
          dSequence,
          dHidden: dStates[0] ?? null,
        },
        attrs,
      );
      const [dProjected, dMultiplied] = results as [Tensor, Tensor];
      return {
        projected: () => dProjected,
        recurrentKernel: () =>
          resetAfter ? weightGradient(hiddens, dMultiplied) : resetBeforeGradient(hiddens, inner, dProjected),
        hidden: () => results.at(-1) as Tensor,
        recurrentBias: () => sum(dMultiplied, [0, 1]),
      };
    },
  );
  return { output: output as Tensor, states };
}

/** What the gradient needs: of the kernel, the recurrent kernel, and the mask if there is one. */
type Kept = readonly [Tensor, Tensor, Tensor, Tensor, Tensor?];

/** Two gates multiply the state, the candidate what the reset gate left of it. */
function resetBeforeGradient(hiddens: Tensor, inner: Tensor, dProjected: Tensor): Tensor {
  const [steps = 0, batch = 0, width = 0] = dProjected.shape;
  const split = (width / 3) * 2;
  const gates = slice(dProjected, [0, 0, 0], [steps, batch, split]);
  const candidate = slice(dProjected, [0, 0, split], [steps, batch, width - split]);
  return concat([weightGradient(hiddens, gates), matMul(asRows(inner), asRows(candidate), true, false)], 1);
}
