import { learnFromSeeds } from './learn.js';
import type { Figure, Lesson } from './lesson.js';

/** @internal The lesson that consists of its trainings, one after another. */
export function trainingLesson(lesson: Omit<Lesson, 'run'>): Lesson {
  return {
    ...lesson,
    async run(io) {
      const figures: Figure[] = [];
      for (const training of lesson.trainings) figures.push(await learnFromSeeds(training, io));
      return figures;
    },
  };
}

/** @internal The same lesson without those of its trainings, for tests, that need what is not there. */
export function withoutTrainings(lesson: Lesson, ids: readonly string[]): Lesson {
  return trainingLesson({ ...lesson, trainings: lesson.trainings.filter(({ id }) => !ids.includes(id)) });
}
