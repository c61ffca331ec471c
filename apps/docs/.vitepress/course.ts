import type { PageLink } from './theme/theme-config.js';

/** The pages of the course, in the order of its lessons. */
export const course: readonly PageLink[] = [
  { text: 'Regression', link: '/learn/regression' },
  { text: 'LSTM: text, letter by letter', link: '/learn/text-generation' },
  { text: 'LSTM: sentiment', link: '/learn/sentiment' },
];
