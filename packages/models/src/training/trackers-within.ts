import { type AnyLayer, type Metric, stateOf } from '@myelin/core';

/** The metrics that `build` of a model returned by name: its own steps update them. */
export function trackersWithin(model: AnyLayer): readonly Metric[] {
  const state = stateOf(model);
  return typeof state === 'object' && state !== null ? Object.values(state).filter(isMetric) : [];
}

function isMetric(value: unknown): value is Metric {
  return typeof value === 'object' && value !== null && 'reset' in value && 'result' in value;
}
