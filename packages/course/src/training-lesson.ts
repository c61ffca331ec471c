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

/** @internal The same lesson with some of its trainings: with those that a test has the data and the time for. */
export function withTrainings(lesson: Lesson, isKept: (id: string) => boolean): Lesson {
  return trainingLesson({ ...lesson, trainings: lesson.trainings.filter(({ id }) => isKept(id)) });
}
