import { formatAsked, formatValue } from '@myelin/course';
import { alignColumns } from './align-columns.js';
import type { Passed } from './run-lessons.js';

const columns = ['lesson', 'figure', 'reached', 'asked', 'Keras', 'seeds', 'time'];

/** What the lessons reached, in columns for the terminal. */
export function courseTable(passed: readonly Passed[]): string {
  return alignColumns(columns, courseRows(passed));
}

/** A row for each figure. */
function courseRows(passed: readonly Passed[]): string[][] {
  return passed.flatMap(({ lesson, figures, seconds }) =>
    figures.map((figure, i) => [
      i === 0 ? lesson.name : '',
      figure.title,
      `${formatValue(figure.value, figure.unit)}${figure.isReached ? '' : ' (missed)'}`,
      formatAsked(figure),
      figure.keras === null ? '' : formatValue(figure.keras, figure.unit),
      figure.seeds.join(' '),
      i === 0 ? `${seconds.toFixed(1)} s` : '',
    ]),
  );
}
