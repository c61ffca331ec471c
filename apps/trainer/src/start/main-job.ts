import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backendInfo } from 'myelin';
import type { Lesson } from './course.js';
import { learn } from './learn.js';
import { makeReport } from './make-report.js';
import { type Result, resultsTable } from './results-table.js';
import { saveAndReload } from './save-and-reload.js';

const seed = 1;

/**
 * Trains networks, saves and reloads them, and writes a report beside the files.
 *
 * @returns what is not as it should be; nothing when all went well.
 */
export async function mainJob(
  lessons: readonly Lesson[],
  folder: string,
  write: (text: string) => void,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  write(`Training on ${(await backendInfo()).name}, seed ${seed}.\n`);
  const results: Result[] = [];
  for (const lesson of lessons) {
    write(`\n${lesson.title}, ${lesson.epochs} epochs\n`);
    const learned = await learn(lesson, seed, write);
    const saved = await saveAndReload(learned, path.join(folder, `${lesson.name}.keras`));
    results.push({ ...learned, saved });
  }
  const report = path.join(folder, 'report.html');
  await writeFile(`${report}.tmp`, makeReport(results));
  await rename(`${report}.tmp`, report);
  write(`\n${resultsTable(results)}\n\nPictures: ${report}\n`);
  return results.flatMap(complaints);
}

function complaints({ lesson, figure, saved }: Result): string[] {
  const learned =
    figure >= lesson.atLeast
      ? []
      : [`${lesson.title}: expected at least ${lesson.atLeast} on unseen data, got ${figure.toFixed(3)}.`];
  const reloaded =
    saved.largestDifference === 0
      ? []
      : [
          `${lesson.title}: expected the same predictions after reloading ${saved.file}, ` +
            `got a difference of ${saved.largestDifference}.`,
        ];
  return [...learned, ...reloaded];
}
