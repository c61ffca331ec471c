import type { PretrainedName } from '@myelin/zoo';

/** Which model adds, and what. */
export interface AdditionRequest {
  readonly model: PretrainedName;
  /** As it was typed: `'123+45'`. */
  readonly question: string;
}

/** What the model said, the ones first. */
export interface AdditionResult {
  readonly model: PretrainedName;
  readonly question: string;
  readonly answer: string;
  readonly digits: readonly number[];
  /** How sure it was of each digit. */
  readonly probabilities: readonly number[];
  /** The symbols of the question as the model reads them. */
  readonly symbols: readonly string[];
  /** For each head, how much each digit of the answer took of each symbol. */
  readonly heads: readonly (readonly (readonly number[])[])[];
}

/** Which names are wanted. */
export interface NamesRequest {
  readonly beginning: string;
  readonly temperature: number;
  readonly count: number;
  readonly seed: number;
}

/** One name. */
export interface NamesNews {
  readonly name: string;
}

export interface NamesResult {
  readonly seconds: number;
}
