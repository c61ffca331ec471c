import { ArgumentError } from '@myelin/core';

/** What predictions are compared with. */
export interface Thresholds {
  /** In ascending order. */
  readonly values: readonly number[];
  /** Whether they cut 0 to 1 into equal parts, so that each prediction can be counted once, in its part. */
  readonly even: boolean;
}

/** @throws ArgumentError for thresholds beyond 0 to 1. */
export function checkThresholds(who: string, thresholds: number | readonly number[] | null): void {
  const wrong = [thresholds ?? []].flat().filter((threshold) => !(threshold >= 0 && threshold <= 1));
  if (wrong.length === 0) return;
  throw new ArgumentError({ who, expected: 'thresholds from 0 to 1', got: wrong.join(', ') });
}

/** Those that were given, or the one that stands for them. */
export function thresholdsOf(given: number | readonly number[] | null, otherwise = 0.5): Thresholds {
  const values = [given ?? otherwise].flat();
  return { values, even: areEven(values) };
}

/** From 0 to 1 in equal parts; ½ if there is only one. */
export function evenThresholds(count: number): Thresholds {
  if (count === 1) return { values: [0.5], even: false };
  return { values: Array.from({ length: count }, (_, i) => i / (count - 1)), even: true };
}

/** @see Keras `keras.src.metrics.metrics_utils.is_evenly_distributed_thresholds` */
export function areEven(values: readonly number[]): boolean {
  const parts = values.length - 1;
  return parts > 1 && values.every((value, i) => Math.abs(value - i / parts) <= 1e-7 + (1e-5 * i) / parts);
}
