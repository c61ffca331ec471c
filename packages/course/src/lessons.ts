import type { Lesson } from './lesson.js';
import { genomes } from './lessons/genomes.js';
import { regression } from './lessons/regression.js';
import { timeSeries } from './lessons/time-series.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [regression, timeSeries, genomes];
