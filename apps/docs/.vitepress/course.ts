import type { PageLink } from './theme/theme-config.js';

/** The pages of the course, in the order of its lessons. */
export const course: readonly PageLink[] = [
  { text: 'The artificial neuron', link: '/learn/neuron' },
  { text: 'Gradient descent', link: '/learn/gradient-descent' },
  { text: 'Backpropagation', link: '/learn/backpropagation' },
  { text: 'Vanishing gradients', link: '/learn/vanishing-gradients' },
  { text: 'Activation functions', link: '/learn/activations' },
  { text: 'Regression', link: '/learn/regression' },
];
