import type { PageLink } from './theme/theme-config.js';

/** The pages of the course, in the order of its lessons. */
export const course: readonly PageLink[] = [
  { text: 'Regression', link: '/learn/regression' },
  { text: 'Sequence to sequence, attention, transformer', link: '/learn/attention' },
];
