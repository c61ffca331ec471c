import { byId as activations } from '@myelin/activations/by-id';
import { type Activation, type Deserializable, snakeCaseClass } from '@myelin/core';
import { byId as losses } from '@myelin/losses/by-id';
import { byId as metrics } from '@myelin/metrics/by-id';
import { byId as optimizers } from '@myelin/optimizers/by-id';
import {
  type ConformanceBackend,
  type GoldenCases,
  loadGolden,
  testActivation,
  testLoss,
  testMetric,
  testOptimizer,
} from '@myelin/testing';
import { registry } from './registry.js';

/** Leaves out cases of a unit. */
export type Choose = <T>(cases: readonly T[]) => readonly T[];

const all: Choose = (cases) => cases;

/** Class names without repetition: several ids stand for one unit. */
function classNames(byId: Readonly<Record<string, Deserializable>>): string[] {
  return [...new Set(Object.values(byId).map(({ className }) => className))];
}

async function goldensOf<Kind extends 'losses' | 'metrics' | 'optimizers'>(
  kind: Kind,
  byId: Readonly<Record<string, Deserializable>>,
): Promise<{ className: string; goldens: readonly GoldenCases[Kind][] }[]> {
  return Promise.all(
    classNames(byId).map(async (className) => {
      // Acronyms run into words only here.
      const file = className === 'RMSprop' ? 'rmsprop' : snakeCaseClass(className).replaceAll('_', '-');
      const { cases } = await loadGolden(kind, file);
      return { className, goldens: cases };
    }),
  );
}

/** Tries every activation on a backend. */
async function sweepActivations(backend: ConformanceBackend, choose: Choose = all): Promise<void> {
  for (const activation of new Set<Activation>(Object.values(activations))) {
    const { cases } = await loadGolden('activations', activation.id.replaceAll('_', '-'));
    testActivation(activation, choose(cases), backend);
  }
}

/** Tries every loss on a backend. */
async function sweepLosses(backend: ConformanceBackend, choose: Choose = all): Promise<void> {
  for (const { className, goldens } of await goldensOf('losses', losses)) {
    testLoss(className, choose(goldens), registry, backend);
  }
}

/** Tries every metric on a backend. */
async function sweepMetrics(backend: ConformanceBackend, choose: Choose = all): Promise<void> {
  for (const { className, goldens } of await goldensOf('metrics', metrics)) {
    testMetric(className, choose(goldens), registry, backend);
  }
}

/** Tries every optimizer on a backend. */
async function sweepOptimizers(backend: ConformanceBackend, choose: Choose = all): Promise<void> {
  for (const { className, goldens } of await goldensOf('optimizers', optimizers)) {
    testOptimizer(className, choose(goldens), registry, backend);
  }
}

/** Tries every activation, loss, metric and optimizer on a backend. */
export async function sweepValues(backend: ConformanceBackend, choose: Choose = all): Promise<void> {
  await sweepActivations(backend, choose);
  await sweepLosses(backend, choose);
  await sweepMetrics(backend, choose);
  await sweepOptimizers(backend, choose);
}
