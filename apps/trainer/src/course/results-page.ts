import type { LessonResult } from './write-results.js';

/** What lessons reached, as Markdown. */
export function resultsPage(results: readonly LessonResult[]): string {
  const rows = results.flatMap(({ title, figures, seconds, node }) =>
    figures.map((figure, i) => [
      i === 0 ? title : '',
      figure.title,
      figure.isReached ? `**${figure.reached}**` : `${figure.reached} (missed)`,
      figure.askedInWords,
      figure.keras ?? '',
      figure.seeds.join(', '),
      i === 0 ? `${seconds} s, Node ${node}` : '',
    ]),
  );
  return `# What the lessons of the course reach

Written by \`npm run course\`. Every figure is measured on data that was not learned from; where there are several seeds it is
their mean. Keras' figures are those of the same model trained by Keras 3.15.1 on the same arrays, recorded by tools/course.

${markdownTable(['lesson', 'figure', 'reached', 'asked', 'Keras', 'seeds', 'time'], rows)}
`;
}

/** Columns aligned as prettier does. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n');
}
