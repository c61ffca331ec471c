import type { ReduceOptions } from './reduce-options.js';

/** Options of quantiles. */
export interface QuantileOptions extends ReduceOptions {
  /** What is taken between two elements. @defaultValue 'linear' */
  readonly method?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest';
}
