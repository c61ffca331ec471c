/** Options of the metrics that count decisions. */
export interface CountConfig {
  /** Predictions above it are positive, from 0 to 1; several give a figure each. @defaultValue 0.5 */
  thresholds?: number | readonly number[] | null;
}
