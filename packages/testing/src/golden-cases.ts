import type { DType, WireRecord } from '@myelin/core';

/** An array as goldens hold it: the elements as base64, little endian, row-major. */
export interface GoldenArray {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: string;
}

/** A variable of a layer, model, metric or optimizer. */
export interface GoldenVariable extends GoldenArray {
  readonly path: string;
  readonly name: string;
  readonly trainable: boolean;
}

interface NamedCase {
  readonly name: string;
  /** The arguments that Keras' constructor was given. */
  readonly config: WireRecord;
}

export interface LossCase extends NamedCase {
  readonly serialized: WireRecord;
  readonly yTrue: GoldenArray;
  readonly yPred: GoldenArray;
  /** What stands between the logits `yPred` and the loss. */
  readonly activation?: 'softmax' | 'sigmoid';
  readonly sampleWeight?: GoldenArray;
  readonly mask?: GoldenArray;
  readonly perExample: GoldenArray;
  readonly reductions: Readonly<Record<string, GoldenArray>>;
  readonly gradient: GoldenArray;
}

export interface OptimizerCase extends NamedCase {
  readonly serialized: WireRecord;
  readonly variables: readonly GoldenVariable[];
  readonly gradients: readonly (readonly GoldenArray[])[];
  /** The weights after each step. */
  readonly values: readonly (readonly GoldenArray[])[];
  readonly state: readonly GoldenVariable[];
  /** The weights once training is over, with averages. */
  readonly finalized?: readonly GoldenArray[];
}

/** What a case of each kind holds. */
export interface GoldenCases {
  losses: LossCase;
  optimizers: OptimizerCase;
}
