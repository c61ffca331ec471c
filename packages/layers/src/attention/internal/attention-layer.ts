import type {
  CallOptions,
  Deserializable,
  Layer,
  LayerFactory,
  Symbolic,
  SymbolicTensor,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What attends and what is attended to: query and value, and key where it is not the value. */
export type AttentionInputs =
  readonly [query: Tensor, value: Tensor] | readonly [query: Tensor, value: Tensor, key: Tensor];

/** Options of one call of any attention. */
export interface ScoreOptions extends CallOptions {
  /** Whether no step sees a later one. @defaultValue false */
  useCausalMask?: boolean;
  /** Whether to return how much each step takes of each other, too. @defaultValue false */
  returnAttentionScores?: boolean;
}

type AnyInputs = AttentionInputs | Symbolic<AttentionInputs>;

/** A layer that attends; with `returnAttentionScores` it has two outputs. */
export interface AttentionLayer<C, O extends ScoreOptions> extends Layer<C, AttentionInputs> {
  <X extends AnyInputs>(
    inputs: X,
    options: O & { readonly returnAttentionScores: true },
  ): X extends AttentionInputs
    ? readonly [output: Tensor, scores: Tensor]
    : readonly [output: SymbolicTensor, scores: SymbolicTensor];
  <X extends AnyInputs>(inputs: X, options?: O): X extends AttentionInputs ? Tensor : SymbolicTensor;
}

/** Makes layers that attend. */
export interface AttentionFactory<C, O extends ScoreOptions> extends Deserializable {
  (...args: object extends C ? [config?: C] : [config: C]): AttentionLayer<C, O>;
}

/** The inputs without a key that is optional and was not given: then the value is the key. */
export function withoutMissing(inputs: AttentionInputs): AttentionInputs {
  return inputs[2] === (null as unknown) ? [inputs[0], inputs[1]] : inputs;
}

/** States the options of calls, and what is returned with them; `defineLayer` knows only those that all layers have. */
export function withScores<C, O extends ScoreOptions>(
  factory: LayerFactory<C, AttentionInputs>,
): AttentionFactory<C, O> {
  return factory as unknown as AttentionFactory<C, O>;
}
