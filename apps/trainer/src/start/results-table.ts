import { alignColumns } from '../course/align-columns.js';
import { formatSize } from '../files/format-size.js';
import type { Learned } from './learn.js';
import type { Saved } from './save-and-reload.js';

/** One lesson from data to file. */
export interface Result extends Learned {
  readonly saved: Saved;
}

export const resultColumns: readonly string[] = [
  'network',
  'weights',
  'epochs',
  'time',
  'steps/s',
  'on unseen data',
  'file',
  'difference when reloaded',
];

/** A row for each result, under `resultColumns`. */
export function resultRows(results: readonly Result[]): string[][] {
  return results.map(({ lesson, model, seconds, stepsPerSecond, figure, saved }) => [
    lesson.title,
    model.countParams().toLocaleString('en'),
    String(lesson.epochs),
    `${seconds.toFixed(1)} s`,
    stepsPerSecond.toFixed(0),
    lesson.task === 'regression' ? `R² ${figure.toFixed(3)}` : `${(figure * 100).toFixed(1)} % right`,
    `${saved.file}, ${formatSize(saved.bytes)}`,
    String(saved.largestDifference),
  ]);
}

/** The results in columns, for the terminal. */
export function resultsTable(results: readonly Result[]): string {
  return alignColumns(resultColumns, resultRows(results));
}
