import type { RunFunction } from './run-messages.js';

/** What `useRun` and `useAnswers` can run. */
export type RunName =
  | 'attention/addition'
  | 'attention/names'
  | 'autoencoders/codes'
  | 'autoencoders/compression'
  | 'autoencoders/latent'
  | 'autoencoders/noise'
  | 'boltzmann/dream'
  | 'boltzmann/fill'
  | 'boltzmann/learn'
  | 'classification/boundary'
  | 'classification'
  | 'cnn/look'
  | 'genomes'
  | 'handwriting'
  | 'regression'
  | 'sentiment/near'
  | 'sentiment/read'
  | 'shallow-deep'
  | 'text-generation/study'
  | 'text-generation/write'
  | 'time-series'
  | 'vanishing-gradients/depth';

/** The module of a run; what it takes and gives, its page knows. */
interface RunModule {
  readonly run: RunFunction<never, unknown, unknown>;
}

/** What lessons run in a worker: each is loaded when it is first asked for. */
export const runs: Readonly<Record<RunName, () => Promise<RunModule>>> = {
  'attention/addition': () => import('../lessons/attention/addition.run.js'),
  'attention/names': () => import('../lessons/attention/names.run.js'),
  'autoencoders/codes': () => import('../lessons/autoencoders/codes.run.js'),
  'autoencoders/compression': () => import('../lessons/autoencoders/compression.run.js'),
  'autoencoders/latent': () => import('../lessons/autoencoders/latent.run.js'),
  'autoencoders/noise': () => import('../lessons/autoencoders/noise.run.js'),
  'boltzmann/dream': () => import('../lessons/boltzmann/dream.run.js'),
  'boltzmann/fill': () => import('../lessons/boltzmann/fill.run.js'),
  'boltzmann/learn': () => import('../lessons/boltzmann/learn.run.js'),
  'classification/boundary': () => import('../lessons/classification/boundary.run.js'),
  classification: () => import('../lessons/classification/classification.run.js'),
  'cnn/look': () => import('../lessons/cnn/look.run.js'),
  genomes: () => import('../lessons/genomes/genomes.run.js'),
  handwriting: () => import('../lessons/handwriting/handwriting.run.js'),
  regression: () => import('../lessons/regression/regression.run.js'),
  'sentiment/near': () => import('../lessons/sentiment/near.run.js'),
  'sentiment/read': () => import('../lessons/sentiment/read.run.js'),
  'shallow-deep': () => import('../lessons/shallow-deep/shallow-deep.run.js'),
  'text-generation/study': () => import('../lessons/text-generation/study.run.js'),
  'text-generation/write': () => import('../lessons/text-generation/write.run.js'),
  'time-series': () => import('../lessons/time-series/time-series.run.js'),
  'vanishing-gradients/depth': () => import('../lessons/vanishing-gradients/depth.run.js'),
};
