import type { Figure, Lesson } from '../lesson.js';
import { cellFigures } from './boltzmann/cells.js';
import { digitFigures } from './boltzmann/digits.js';
import { filmFigures } from './boltzmann/films.js';
import { rareClassFigures } from './boltzmann/rare-class.js';

/** Distributions: what a machine that has learned one is good for, each beside the simplest thing that does without. */
export const boltzmann: Lesson = {
  name: 'boltzmann',
  title: 'Restricted Boltzmann machines',
  data: 'handwritten digits, breast tumours, film ratings (1 MB)',
  trainings: [],
  async run(io) {
    const figures: Figure[] = [];
    for (const part of [digitFigures, cellFigures, rareClassFigures, filmFigures]) {
      io.signal?.throwIfAborted();
      figures.push(...(await part(io)));
    }
    return figures;
  },
};
