import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { nearest } from '@myelin/core';
import { type Lesson, type LessonIo, lessons } from '@myelin/course';
import { backendInfo } from 'myelin';
import { courseTable } from '../course/course-table.js';
import { runLessons } from '../course/run-lessons.js';
import { writeResults } from '../course/write-results.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** Options of the command line, as they were parsed. */
interface CourseOptions {
  readonly all?: boolean;
  readonly keep?: string | number;
  readonly write?: string | number;
}

/** `myelin course`: runs lessons and says what they reach beside what they must; without a name it lists them. */
export async function course(
  names: readonly string[],
  { all = false, keep, write }: CourseOptions,
  io: Io,
): Promise<void> {
  const chosen = all ? lessons : names.map(lessonOf);
  if (chosen.length === 0) {
    io.out(listLessons());
    return;
  }
  const { name: backend } = await backendInfo();
  io.out(`On ${backend}, Node ${process.version}.\n`);
  const passed = await runLessons(chosen, {
    write: io.out,
    signal: io.signal,
    keep: keep === undefined ? undefined : await keepIn(String(keep)),
  });
  io.out(`\n${courseTable(passed)}\n`);
  if (write !== undefined) await writeResults(String(write), passed, { backend, node: process.version });
  const missed = passed.flatMap(({ figures }) => figures.filter(({ isReached }) => !isReached));
  if (missed.length > 0) throw new Error(`not reached: ${missed.map(({ title }) => title).join('; ')}.`);
}

function lessonOf(name: string): Lesson {
  const found = lessons.find((lesson) => lesson.name === name);
  if (found !== undefined) return found;
  const names = lessons.map((lesson) => lesson.name);
  const near = nearest(name, names);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new UsageError(`expected one of the lessons ${names.join(', ')}, got "${name}".${hint}`);
}

function listLessons(): string {
  const width = Math.max(...lessons.map(({ name }) => name.length));
  const lines = lessons.map(
    ({ name, title, data }) => `  ${name.padEnd(width)}  ${title}${data === '' ? '' : `: ${data}`}`,
  );
  return `Lessons, for \`myelin course <name>\` or \`myelin course --all\`:\n\n${lines.join('\n')}\n`;
}

/** Saves what has learned into a folder. */
async function keepIn(folder: string): Promise<NonNullable<LessonIo['keep']>> {
  await mkdir(folder, { recursive: true });
  return (id, model, { seed }) => model.save(path.join(folder, `${id}-${seed}.keras`));
}
