import type { Lesson } from './lesson.js';
import { attention } from './lessons/attention.js';
import { regression } from './lessons/regression.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [regression, attention];
