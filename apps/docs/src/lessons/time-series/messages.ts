/** What the page asks for. */
export interface ForecastRequest {
  readonly series: 'airline' | 'sunspots';
  readonly cell: 'simpleRnn' | 'lstm' | 'gru';
  readonly units: number;
  readonly epochs: number;
}

/** One epoch. */
export interface ForecastNews {
  readonly epoch: number;
  readonly loss: number;
}

/** The years that nothing was fitted on. */
export interface ForecastResult {
  readonly unit: string;
  /** Mean absolute errors of all forecasts. */
  readonly errors: { readonly network: number; readonly naive: number; readonly persistence: number };
  /** Every twelfth forecast, one behind the other, over the years since 1900. */
  readonly years: readonly number[];
  readonly truth: readonly number[];
  readonly network: readonly number[];
  readonly naive: readonly number[];
}
