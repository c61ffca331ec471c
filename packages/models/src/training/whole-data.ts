import { type HeldArrays, type RandomState, type Runtime, permutation } from '@myelin/core';
import { type Batch, rowsOf, toArrays } from './batch.js';

/** Arrays in memory that are gone through in batches; a runtime can hold them where its programs are. */
export class WholeData {
  readonly data: Batch;
  readonly batchSize: number;
  readonly size: number;
  #holder: Runtime | undefined;
  #held: HeldArrays | undefined;

  constructor(data: Batch, batchSize: number) {
    this.data = data;
    this.batchSize = batchSize;
    this.size = rowsOf(data);
  }

  /** Batches an epoch. */
  get steps(): number {
    return Math.ceil(this.size / this.batchSize);
  }

  /** The order of an epoch; null for that of the arrays. */
  order(shuffle: RandomState | null): Uint32Array | null {
    return shuffle === null ? null : permutation(shuffle, this.size);
  }

  /** The arrays where the runtime's programs are; undefined if it does not hold them. */
  async hold(runtime: Runtime): Promise<HeldArrays | undefined> {
    if (this.#holder !== runtime) {
      this.dispose();
      this.#held = await runtime.hold?.(toArrays(this.data));
      this.#holder = runtime;
    }
    return this.#held;
  }

  dispose(): void {
    this.#held?.dispose();
    this.#held = undefined;
    this.#holder = undefined;
  }
}
