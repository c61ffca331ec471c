import { byId as activations } from '@myelin/activations/by-id';
import { type Activation, type Deserializable } from '@myelin/core';
import { byId as losses } from '@myelin/losses/by-id';
import { byId as metrics } from '@myelin/metrics/by-id';
import { byId as optimizers, schedulesById as schedules } from '@myelin/optimizers/by-id';
import { constraintsById as constraints } from '@myelin/regularizers/by-id';
import {
  type ConformanceBackend,
  type Golden,
  type GoldenCases,
  goldenFile,
  loadGolden,
  testActivation,
  testConstraint,
  testLoss,
  testMetric,
  testOptimizer,
  testSchedule,
} from '@myelin/testing';
import { registry } from './registry.js';

/** Chooses among the cases of a unit. */
export type Choose = <T>(cases: readonly T[]) => readonly T[];

/** A unit other than a layer, and its goldens. */
interface ValueUnit {
  readonly kind: keyof GoldenCases;
  readonly unit: string;
  readonly goldens: readonly { readonly name: string }[];
  readonly sweep: (backend: ConformanceBackend, choose: Choose) => void;
}

/** Keras' classes are many names for one unit; their goldens lie in files named in kebab case. */
async function classes<Kind extends 'losses' | 'metrics' | 'optimizers' | 'schedules' | 'constraints'>(
  kind: Kind,
  byId: Readonly<Record<string, Deserializable>>,
  test: (
    unit: string,
    goldens: readonly GoldenCases[Kind][],
    units: typeof registry,
    backend: ConformanceBackend,
  ) => void,
): Promise<ValueUnit[]> {
  const names = [...new Set(Object.values(byId).map(({ className }) => className))];
  return Promise.all(
    names.map(async (unit) => {
      const golden = (await loadGolden(kind, goldenFile(unit))) as Golden<GoldenCases[Kind]>;
      const sweep: ValueUnit['sweep'] = (backend, choose) => {
        test(unit, choose(golden.cases), registry, backend);
      };
      return { kind, unit, goldens: golden.cases, sweep };
    }),
  );
}

async function activationUnit(activation: Activation): Promise<ValueUnit> {
  const { cases: goldens } = await loadGolden('activations', activation.id.replaceAll('_', '-'));
  return {
    kind: 'activations',
    unit: activation.id,
    goldens,
    sweep: (backend, choose) => {
      testActivation(activation, choose(goldens), backend);
    },
  };
}

/** Every activation, loss, metric, optimizer, schedule and constraint. */
export async function valueUnits(): Promise<ValueUnit[]> {
  const functions = [...new Set<Activation>(Object.values(activations))];
  return [
    ...(await Promise.all(functions.map(activationUnit))),
    ...(await classes('losses', losses, testLoss)),
    ...(await classes('metrics', metrics, testMetric)),
    ...(await classes('optimizers', optimizers, testOptimizer)),
    ...(await classes('schedules', schedules, testSchedule)),
    ...(await classes('constraints', constraints, testConstraint)),
  ];
}

/** Tries every activation, loss, metric, optimizer, schedule and constraint on a backend. */
export async function sweepValues(
  backend: ConformanceBackend,
  choose: Choose = (cases) => cases,
): Promise<void> {
  for (const { sweep } of await valueUnits()) sweep(backend, choose);
}
