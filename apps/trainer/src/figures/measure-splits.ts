import { course } from '../start/course.js';
import { learn } from '../start/learn.js';

/** R² of one network on several random splits of the concrete mixes. */
export interface SplitFigures {
  /** Name and title of the lesson. */
  readonly name: string;
  readonly title: string;
  readonly epochs: number;
  readonly seeds: readonly number[];
  readonly r2: readonly number[];
  readonly mean: number;
}

const seeds = [1, 2, 3, 4, 5];

/** Trains the regressions of the course on five random splits of 70 and 30 %. */
export async function measureSplits(write: (text: string) => void): Promise<SplitFigures[]> {
  const all: SplitFigures[] = [];
  for (const lesson of course.filter(({ task }) => task === 'regression')) {
    const r2: number[] = [];
    for (const seed of seeds) {
      write(`\n${lesson.title}, seed ${seed}\n`);
      const { figure } = await learn(lesson, seed, write);
      write(`R² ${figure.toFixed(4)}\n`);
      r2.push(figure);
    }
    const mean = r2.reduce((sum, value) => sum + value, 0) / r2.length;
    all.push({ name: lesson.name, title: lesson.title, epochs: lesson.epochs, seeds, r2, mean });
  }
  return all;
}
