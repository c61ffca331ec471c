/** One configuration of a layer that the conformance suite tries; they stand in `x.cases.ts` beside each layer. */
export interface ConformanceCase<Config> {
  /** Unlike all others of its layer. */
  readonly name: string;
  readonly config: Config;
  /** Shapes of the inputs, the batch included: one, or for layers that take a list several. */
  readonly inputShapes: readonly (readonly number[])[];
  /** Whether it runs as in training. @defaultValue false */
  readonly training?: boolean;
  /** Whether the examples of a batch influence each other. @defaultValue false */
  readonly batchDependent?: boolean;
  /** Whether chance takes part, so that two calls differ. @defaultValue false */
  readonly random?: boolean;
}
