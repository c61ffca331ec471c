import { type Judged, type Lesson, type LessonIo, judge } from '@myelin/course';

/** A lesson that ran, and what it reached. */
export interface Passed {
  readonly lesson: Pick<Lesson, 'name' | 'title' | 'data'>;
  readonly figures: readonly Judged[];
  readonly seconds: number;
}

/** Runs lessons one after another. */
export async function runLessons(lessons: readonly Lesson[], io: LessonIo): Promise<Passed[]> {
  const all: Passed[] = [];
  for (const lesson of lessons) {
    io.write(`\n${lesson.title}\n`);
    const started = performance.now();
    const figures = await lesson.run(io);
    all.push({ lesson, figures: figures.map(judge), seconds: (performance.now() - started) / 1000 });
  }
  return all;
}
