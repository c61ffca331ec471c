import type { ConformanceCase } from '@myelin/testing';
import type { SimpleRnnConfig } from './simple-rnn.js';

const x = [2, 4, 3];

export const cases: readonly ConformanceCase<SimpleRnnConfig>[] = [
  { name: 'last step', config: { units: 2 }, inputShapes: [x] },
  {
    name: 'all steps and state, first state, mask',
    config: { units: 2, returnSequences: true, returnState: true },
    inputShapes: [x, [2, 2]],
    states: 1,
    masked: true,
  },
  {
    name: 'backwards, by steps',
    config: { units: 2, goBackwards: true, activation: 'sigmoid' },
    inputShapes: [x],
    masked: true,
  },
  {
    name: 'dropout in training',
    config: { units: 2, dropout: 0.25, recurrentDropout: 0.5, seed: 1 },
    inputShapes: [x],
    training: true,
    random: true,
  },
];
