import type { NdArray } from '@myelin/core';

/** One configuration of a layer that the conformance suite tries; they stand in `x.cases.ts` beside each layer. */
export interface ConformanceCase<Config> {
  /** Unlike all others of its layer. */
  readonly name: string;
  readonly config: Config;
  /** Shapes of the inputs, the batch included: one, or for layers that take a list several. */
  readonly inputShapes: readonly (readonly number[])[];
  /** How many of the inputs, the last ones, are first states of a recurrent layer. @defaultValue 0 */
  readonly states?: number;
  /** Options of the call that only this layer has; arrays become tensors. @defaultValue {} */
  readonly options?: Readonly<Record<string, NdArray | boolean>>;
  /** Where inputs are indices: they are whole numbers from 0 up to this one, which is not among them. */
  readonly indicesBelow?: number;
  /** Whether inputs have masks `[batch, steps]` that leave steps out, but never all of an example. @defaultValue false */
  readonly masked?: boolean;
  /** Whether it runs as in training. @defaultValue false */
  readonly training?: boolean;
  /** Whether nothing flows back to inputs and weights. @defaultValue false */
  readonly constant?: boolean;
  /** Whether the examples of a batch influence each other. @defaultValue false */
  readonly batchDependent?: boolean;
  /** Whether chance takes part, so that two calls differ. @defaultValue false */
  readonly random?: boolean;
}
