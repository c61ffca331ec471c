import type { NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';

/** A system of the course that runs: it learns from real data, and says what it reaches on data it has not seen. */
export interface Lesson {
  /** What `myelin course` calls it, and the name of its page. */
  readonly name: string;
  readonly title: string;
  /** What it learns from; empty where it needs no data. */
  readonly data: string;
  /** Those of its trainings that Keras repeats, by its `fit` and the same model, for a figure to compare with. */
  readonly trainings: readonly Training<Inputs>[];
  run(io: LessonIo): Promise<readonly Figure[]>;
}

/** What a lesson tells while it runs, and what stops it. */
export interface LessonIo {
  readonly write: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Given every model that has learned: under the id of its figure, from which seed, and what that one reached. */
  readonly keep?: ((id: string, model: Model, reached: Reached) => Promise<void>) | undefined;
}

/** What one model reached. */
export interface Reached {
  readonly seed: number;
  readonly value: number;
}

/** What a figure must be. */
export type Asked =
  /** `than` says what the bound is, where it was measured in the same run: `'PCA'`. */
  | { readonly atLeast: number; readonly than?: string }
  | { readonly atMost: number; readonly than?: string }
  /** As good as in Keras, to this much either way. */
  | { readonly nearKeras: number };

/** One result of a lesson. */
export interface Figure {
  /** By which Keras' own figure is found. */
  readonly id: string;
  /** What was measured, and on what: `'Concrete, 50-50-1: R²'`. */
  readonly title: string;
  /** The mean over the seeds. */
  readonly value: number;
  /** `'%'` for shares of 1; else what follows the number, or nothing. */
  readonly unit: string;
  readonly asked: Asked;
  /** None where nothing is random. */
  readonly seeds: readonly number[];
}

/** How predictions are judged on the test examples; `loss` is that of the model, and `bits` a cross-entropy to the base 2. */
export type Measure = 'r2' | 'accuracy' | 'exactMatch' | 'symbolBits' | 'loss' | 'bits' | MeasurePredictions;

/** For measures that need more than the test examples, such as the unit that something was counted in. */
export type MeasurePredictions = (
  test: LessonExamples<Inputs>,
  predicted: NdArray,
) => number | Promise<number>;

/** What a model takes: one array, or a list for several inputs. */
export type Inputs = NdArray | readonly NdArray[];

/** What is learned from, or tested on. */
export interface LessonExamples<X extends Inputs = NdArray> {
  readonly x: X;
  readonly y: NdArray;
}

/** Examples to learn from, and others to be tested on. */
export interface LessonData<X extends Inputs = NdArray> {
  readonly train: LessonExamples<X>;
  readonly test: LessonExamples<X>;
}

/** A training by `fit`: everything that Keras needs to repeat it. */
export interface Training<X extends Inputs = NdArray> extends Pick<
  Figure,
  'id' | 'title' | 'unit' | 'seeds'
> {
  /** Left out where the run itself measures what must be reached. */
  readonly asked?: Asked;
  readonly epochs: number;
  readonly batchSize: number;
  readonly measure: Measure;
  /** Compiled, with new weights. */
  makeModel(): Model;
  /** As the model takes them, divided by the seed. */
  loadData(seed: number): Promise<LessonData<X>>;
}

/** A training of which it is known beforehand what is asked. */
export type WithBound<T extends Training<Inputs>> = T & { readonly asked: Asked };
