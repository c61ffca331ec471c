import type { PageLink } from './theme/theme-config.js';

/** The pages of the course, in the order of its lessons. */
export const course: readonly PageLink[] = [
  { text: 'The artificial neuron', link: '/learn/neuron' },
  { text: 'Gradient descent', link: '/learn/gradient-descent' },
  { text: 'Backpropagation', link: '/learn/backpropagation' },
  { text: 'Vanishing gradients', link: '/learn/vanishing-gradients' },
  { text: 'Activation functions', link: '/learn/activations' },
  { text: 'Regression', link: '/learn/regression' },
  { text: 'Classification', link: '/learn/classification' },
  { text: 'Shallow against deep', link: '/learn/shallow-deep' },
  { text: 'Convolutional networks', link: '/learn/cnn' },
  { text: 'Recurrent networks: time series', link: '/learn/time-series' },
  { text: 'LSTM: text, letter by letter', link: '/learn/text-generation' },
  { text: 'LSTM: sentiment', link: '/learn/sentiment' },
  { text: 'Sequences of genes', link: '/learn/genomes' },
  { text: 'LSTM: handwriting', link: '/learn/handwriting' },
  { text: 'Autoencoders', link: '/learn/autoencoders' },
  { text: 'Restricted Boltzmann machines', link: '/learn/boltzmann' },
  { text: 'Sequence to sequence, attention, transformer', link: '/learn/attention' },
];
