import type { Lesson } from './lesson.js';
import { classification } from './lessons/classification.js';
import { regression } from './lessons/regression.js';
import { shallowDeep } from './lessons/shallow-deep.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [regression, classification, shallowDeep];
