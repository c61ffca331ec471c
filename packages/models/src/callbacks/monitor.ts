import type { Logs } from '../model.js';

/** Whether small or large figures are good. */
export type MonitorMode = 'auto' | 'min' | 'max';

const larger = ['acc', 'accuracy', 'auc', 'precision', 'recall', 'f1_score', 'r2_score', 'top_k'];

/** Whether `value` is better than `best` by more than `minDelta`. */
export function isBetter(
  monitor: string,
  mode: MonitorMode,
  value: number,
  best: number,
  minDelta = 0,
): boolean {
  const max = mode === 'max' || (mode === 'auto' && larger.some((name) => monitor.includes(name)));
  return max ? value - minDelta > best : value + minDelta < best;
}

/** The watched figure; a warning where there is none, as in Keras. */
export function monitored(who: string, monitor: string, logs: Logs): number | undefined {
  const value = logs[monitor];
  if (value === undefined) {
    console.warn(`${who}: there is no figure "${monitor}"; available are ${Object.keys(logs).join(', ')}.`);
  }
  return value;
}
