import type { ConformanceCase } from '@myelin/testing';
import type { LstmConfig } from './lstm.js';

const x = [2, 4, 3];
const state = [2, 2];

export const cases: readonly ConformanceCase<LstmConfig>[] = [
  { name: 'last step', config: { units: 2 }, inputShapes: [x] },
  {
    name: 'all steps and states, first states, mask',
    config: { units: 2, returnSequences: true, returnState: true },
    inputShapes: [x, state, state],
    states: 2,
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
    name: 'dropout of inputs in training',
    config: { units: 2, dropout: 0.25, seed: 1, returnSequences: true },
    inputShapes: [x],
    training: true,
    random: true,
  },
];
