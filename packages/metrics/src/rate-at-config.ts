/** Options of the metrics that seek the best threshold for one rate, given another. */
export interface RateAtConfig {
  /** How many thresholds from 0 to 1 are tried. @defaultValue 200 */
  numThresholds?: number;
  /** The only class that counts. @defaultValue null: all do */
  classId?: number | null;
}
