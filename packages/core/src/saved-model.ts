import type { NdArray } from './nd-array.js';
import type { WireRecord } from './wire.js';

/** What a file of a model holds, apart from how it is written. */
export interface SavedModel {
  /** Keras' JSON of the model, its build and compile configurations included. */
  readonly config: WireRecord;
  /** Groups of arrays by path in the file: `layers/dense` holds kernel and bias. */
  readonly weights: ReadonlyMap<string, readonly NdArray[]>;
  /**
   * In place of `weights`, where a file has no paths: the layers with weights in the order of the model, the trainable
   * ones of each first.
   */
  readonly weightsByLayer?: readonly { readonly name: string; readonly arrays: readonly NdArray[] }[];
  /** Arrays that have names in their group in the place of numbers, by group and name. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, NdArray>>;
  /** Variables of the optimizer, in Keras' order; null if there are none. */
  readonly optimizer: readonly NdArray[] | null;
  /** Further files, such as vocabularies, by path. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}
