import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatAsked, formatValue } from '@myelin/course';
import type { Passed } from './run-lessons.js';

/** What the lessons ran on. */
interface Machine {
  readonly backend: string;
  readonly node: string;
}

/** Writes `course.json`, which the documentation shows, and `COURSE.md` into a folder. */
export async function writeResults(
  folder: string,
  passed: readonly Passed[],
  machine: Machine,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lessons = passed.map(({ lesson: { name, title, data }, figures, seconds }) => ({
    name,
    title,
    data,
    seconds: Math.round(seconds * 10) / 10,
    figures: figures.map((figure) => ({
      id: figure.id,
      title: figure.title,
      reached: formatValue(figure.value, figure.unit),
      asked: formatAsked(figure),
      isReached: figure.isReached,
      keras: figure.keras === null ? null : formatValue(figure.keras, figure.unit),
      seeds: figure.seeds,
      value: figure.value,
    })),
  }));
  const results = { ...machine, lessons };
  await replace(path.join(folder, 'course.json'), `${JSON.stringify(results, null, 2)}\n`);
  await replace(path.join(folder, 'COURSE.md'), page(results));
}

type Results = Machine & {
  readonly lessons: readonly {
    readonly title: string;
    readonly figures: readonly {
      readonly title: string;
      readonly reached: string;
      readonly asked: string;
      readonly keras: string | null;
      readonly isReached: boolean;
      readonly seeds: readonly number[];
    }[];
    readonly seconds: number;
  }[];
};

function page({ backend, node, lessons }: Results): string {
  const rows = lessons.flatMap(({ title, figures, seconds }) =>
    figures.map((figure, i) => [
      i === 0 ? title : '',
      figure.title,
      figure.isReached ? `**${figure.reached}**` : `${figure.reached} (missed)`,
      figure.asked,
      figure.keras ?? '',
      figure.seeds.join(', '),
      i === 0 ? `${seconds} s` : '',
    ]),
  );
  return `# What the lessons of the course reach

Written by \`npm run course\` (${backend}, Node ${node}). Every figure is measured on data that was not learned from;
where there are several seeds it is their mean. Keras' figures are those of the same model trained by Keras 3.15.1 on the
same arrays, recorded by tools/course.

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

/** A half-written file never stands in the place of a whole one. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}
