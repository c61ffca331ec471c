import type { PageLink } from './theme/theme-config.js';

/** The pages of the course, in the order of its lessons. */
export const course: readonly PageLink[] = [
  { text: 'Regression', link: '/learn/regression' },
  { text: 'Recurrent networks: time series', link: '/learn/time-series' },
  { text: 'Sequences of genes', link: '/learn/genomes' },
];
