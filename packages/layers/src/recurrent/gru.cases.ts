import type { ConformanceCase } from '@myelin/testing';
import type { GruConfig } from './gru.js';

const x = [2, 4, 3];
const state = [2, 2];

export const cases: readonly ConformanceCase<GruConfig>[] = [
  { name: 'last step', config: { units: 2 }, inputShapes: [x] },
  {
    name: 'all steps and state, first state, mask',
    config: { units: 2, returnSequences: true, returnState: true },
    inputShapes: [x, state],
    states: 1,
    masked: true,
  },
  {
    name: 'reset before the product',
    config: { units: 2, resetAfter: false, returnSequences: true },
    inputShapes: [x],
    masked: true,
  },
  {
    name: 'backwards, by steps',
    config: { units: 2, goBackwards: true, recurrentActivation: 'tanh' },
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
  {
    name: 'dropout in training, reset before the product',
    config: { units: 2, dropout: 0.25, recurrentDropout: 0.5, seed: 1, resetAfter: false },
    inputShapes: [x],
    training: true,
    random: true,
  },
];
