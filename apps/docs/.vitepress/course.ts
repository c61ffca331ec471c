import type { PageLink } from './theme/theme-config.js';

/** The pages of the course, in the order of its lessons. */
export const course: readonly PageLink[] = [
  { text: 'Regression', link: '/learn/regression' },
  { text: 'Classification', link: '/learn/classification' },
  { text: 'Shallow against deep', link: '/learn/shallow-deep' },
];
