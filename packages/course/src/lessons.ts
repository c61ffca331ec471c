import type { Lesson } from './lesson.js';
import { regression } from './lessons/regression.js';
import { sentiment } from './lessons/sentiment.js';
import { textGeneration } from './lessons/text-generation.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [regression, textGeneration, sentiment];
