import type { Lesson } from './lesson.js';
import { autoencoders } from './lessons/autoencoders.js';
import { handwriting } from './lessons/handwriting.js';
import { regression } from './lessons/regression.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [regression, handwriting, autoencoders];
