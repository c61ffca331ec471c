/** Options that every metric has. */
export interface MetricConfig {
  /** What it is called in logs and histories. @defaultValue the id of the metric */
  name?: string;
  /** The type of its state; there is one. @defaultValue 'float32' */
  dtype?: 'float32';
}
