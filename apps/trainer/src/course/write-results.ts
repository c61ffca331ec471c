import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Figure, type Judged, formatAsked, formatValue, judge, lessons } from '@myelin/course';
import { resultsPage } from './results-page.js';
import type { Passed } from './run-lessons.js';

/** What lessons ran on. */
export interface Machine {
  readonly backend: string;
  readonly node: string;
}

/** A figure as it was measured, and in words, beside what Keras reaches. */
interface ResultFigure extends Figure {
  readonly reached: string;
  readonly askedInWords: string;
  readonly isReached: boolean;
  readonly keras: string | null;
}

/** What one lesson reached. */
export interface LessonResult extends Machine {
  readonly name: string;
  readonly title: string;
  readonly data: string;
  readonly seconds: number;
  readonly figures: readonly ResultFigure[];
}

/**
 * Writes `course.json`, which the documentation shows, and `COURSE.md` into a folder. What other lessons measured stays, and is
 * judged anew: Keras' figures may be others by now.
 */
export async function writeResults(
  folder: string,
  passed: readonly Passed[],
  machine: Machine,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'course.json');
  const byName = new Map((await readResults(file)).map((result) => [result.name, judgedAnew(result)]));
  for (const one of passed) byName.set(one.lesson.name, describe(one, machine));
  const results = lessons.flatMap(({ name }) => byName.get(name) ?? []);
  await replace(file, `${JSON.stringify({ lessons: results }, null, 2)}\n`);
  await replace(path.join(folder, 'COURSE.md'), resultsPage(results));
}

async function readResults(file: string): Promise<readonly LessonResult[]> {
  const text = await readFile(file, 'utf8').catch(() => '{ "lessons": [] }');
  return (JSON.parse(text) as { lessons: LessonResult[] }).lessons;
}

function describe({ lesson, figures, seconds }: Passed, machine: Machine): LessonResult {
  const { name, title, data } = lesson;
  const rounded = Math.round(seconds * 10) / 10;
  return { name, title, data, ...machine, seconds: rounded, figures: figures.map(inWords) };
}

function judgedAnew(result: LessonResult): LessonResult {
  return { ...result, figures: result.figures.map((figure) => inWords(judge(figure))) };
}

function inWords({ id, title, value, unit, asked, seeds, isReached, keras }: Judged): ResultFigure {
  const measured: Figure = { id, title, value, unit, asked, seeds };
  return {
    ...measured,
    reached: formatValue(value, unit),
    askedInWords: formatAsked(measured),
    isReached,
    keras: keras === null ? null : formatValue(keras, unit),
  };
}

/** A half-written file never stands in the place of a whole one. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}
