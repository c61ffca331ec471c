import { axisSize, like, type KernelRules, type StaticSpec } from './kernel-rule.js';

type Sequence = Readonly<Record<'projected' | 'hidden', StaticSpec>>;

/** Of a gradient; `hidden` are the states before and after every step. */
type SequenceGradient = Readonly<Record<'recurrentKernel' | 'hidden', StaticSpec>>;

/** The state before the first step and after every step. */
function states({ projected, hidden }: Sequence): StaticSpec {
  return { shape: [axisSize(projected, 0) + 1, ...hidden.shape], dtype: 'float32' };
}

/** What a forward kernel keeps of every step: `width` values a unit. */
function kept({ projected, hidden }: Sequence, width: number): StaticSpec {
  const shape = [axisSize(projected, 0), axisSize(hidden, 0), width * axisSize(hidden, 1)];
  return { shape, dtype: 'float32' };
}

/** The gradient by what every step was given. */
function byProjected({ recurrentKernel, hidden }: SequenceGradient): StaticSpec {
  const shape = [axisSize(hidden, 0) - 1, axisSize(hidden, 1), axisSize(recurrentKernel, 1)];
  return { shape, dtype: 'float32' };
}

/** The gradient by the state before the first step. */
function byFirst({ hidden }: SequenceGradient): StaticSpec {
  return { shape: hidden.shape.slice(1), dtype: 'float32' };
}

/**
 * Recurrences over whole sequences, time-major, and their gradients; `recurrent/` says what they compute.
 *
 * @internal
 */
export const recurrentRules: KernelRules = {
  LstmSequence: (inputs: Sequence) => [
    states(inputs),
    states(inputs),
    like(inputs.projected),
    kept(inputs, 1),
  ],
  LstmSequenceGradient: (inputs: SequenceGradient) => [byProjected(inputs), byFirst(inputs), byFirst(inputs)],
  GruSequence: (inputs: Sequence) => [states(inputs), like(inputs.projected), kept(inputs, 1)],
  GruSequenceGradient: (inputs: SequenceGradient, { resetAfter }: { readonly resetAfter: boolean }) => [
    byProjected(inputs),
    ...(resetAfter ? [byProjected(inputs)] : []),
    byFirst(inputs),
  ],
  SimpleRnnSequence: (inputs: Sequence) => [states(inputs)],
  SimpleRnnSequenceGradient: (inputs: SequenceGradient) => [byProjected(inputs), byFirst(inputs)],
};
