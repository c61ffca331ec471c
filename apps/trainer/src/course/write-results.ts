import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatAsked, formatValue, lessons } from '@myelin/course';
import { resultsPage } from './results-page.js';
import type { Passed } from './run-lessons.js';

/** What lessons ran on. */
export interface Machine {
  readonly backend: string;
  readonly node: string;
}

/** What one lesson reached, in words. */
export interface LessonResult extends Machine {
  readonly name: string;
  readonly title: string;
  readonly data: string;
  readonly seconds: number;
  readonly figures: readonly {
    readonly id: string;
    readonly title: string;
    readonly reached: string;
    readonly asked: string;
    readonly isReached: boolean;
    readonly keras: string | null;
    readonly seeds: readonly number[];
    readonly value: number;
  }[];
}

/**
 * Writes `course.json`, which the documentation shows, and `COURSE.md` into a folder. What these say of other lessons stays.
 */
export async function writeResults(
  folder: string,
  passed: readonly Passed[],
  machine: Machine,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'course.json');
  const byName = new Map((await readResults(file)).map((result) => [result.name, result]));
  for (const one of passed) byName.set(one.lesson.name, describe(one, machine));
  const results = lessons.flatMap(({ name }) => byName.get(name) ?? []);
  await replace(file, `${JSON.stringify({ lessons: results }, null, 2)}\n`);
  await replace(path.join(folder, 'COURSE.md'), resultsPage(results));
}

async function readResults(file: string): Promise<readonly LessonResult[]> {
  const text = await readFile(file, 'utf8').catch(() => '{ "lessons": [] }');
  return (JSON.parse(text) as { lessons: LessonResult[] }).lessons;
}

function describe(
  { lesson: { name, title, data }, figures, seconds }: Passed,
  machine: Machine,
): LessonResult {
  return {
    name,
    title,
    data,
    ...machine,
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
  };
}

/** A half-written file never stands in the place of a whole one. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}
