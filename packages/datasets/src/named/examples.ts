import type { NdArray } from '@myelin/core';

/** Inputs and what a model should say to them, row by row. */
export interface Examples {
  readonly x: NdArray;
  readonly y: NdArray;
}

/** A data set that comes divided into examples to learn from and examples to be tested on. */
export interface TrainTest {
  readonly train: Examples;
  readonly test: Examples;
}

/** Examples from a table, with the names of its columns. */
export interface Table extends Examples {
  readonly features: readonly string[];
  readonly target: string;
}

/** A table whose target is a class: `y [rows]` holds class numbers from 0, uint8. */
export interface ClassTable extends Table {
  /** What each class number stands for. */
  readonly classes: readonly string[];
}
