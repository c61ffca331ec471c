/** The letters that the reader has written. */
export interface GenesRequest {
  readonly sequence: string;
}

/** What the model says. */
export interface GenesResult {
  readonly sequence: string;
  /** Of each class. */
  readonly chances: readonly number[];
  /** The most likely class. */
  readonly said: number;
  /**
   * For each base, at each place: by how much the probability of `said` changes when it is put there; NaN where it stands
   * already.
   */
  readonly changes: readonly (readonly number[])[];
}
