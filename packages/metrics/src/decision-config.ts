/** Options of the metrics that decide between positive and negative. */
export interface DecisionConfig {
  /** Predictions above it are positive, from 0 to 1; several give a figure each. @defaultValue 0.5; none with `topK` */
  thresholds?: number | readonly number[] | null;
  /** How many of the strongest predictions of an example can be positive. @defaultValue null: all */
  topK?: number | null;
  /** The only class that counts. @defaultValue null: all do */
  classId?: number | null;
}
