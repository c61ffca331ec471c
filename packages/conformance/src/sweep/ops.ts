import { snakeCase } from '@myelin/core';
import * as ops from '@myelin/ops';
import {
  type AnyOp,
  type ConformanceBackend,
  type OpCase,
  loadGolden,
  testOp,
  testOpGraph,
} from '@myelin/testing';
import type { Choose } from './values.js';

/** An op and its goldens. */
interface OpUnit {
  /** Keras' name of the function. */
  readonly unit: string;
  readonly op: AnyOp;
  readonly goldens: readonly OpCase[];
}

/** Modules of Keras whose ops have goldens. */
const modules: readonly string[] = ['core', 'image', 'linalg', 'math', 'nn', 'numpy'].map(
  (name) => `keras.src.ops.${name}`,
);

/** Ops that make tensors from nothing, and so have no operation in a graph. */
const creation: readonly string[] =
  'arange bartlett blackman empty eye full hamming hanning identity kaiser ones tri zeros'.split(' ');

/** Names of Keras that are no names of TypeScript. */
const reserved: Readonly<Record<string, string>> = { variance: 'var' };

/** All ops that are exported; those that lack goldens have no cases, which `coverage.test.ts` reports. */
export async function opUnits(): Promise<OpUnit[]> {
  const exported = Object.entries<unknown>(ops).filter(
    ([name, op]) => creation.includes(name) || modules.includes(moduleOf(op)),
  );
  return Promise.all(
    exported.map(async ([name, op]) => {
      const unit = reserved[name] ?? snakeCase(name);
      const goldens = await loadGolden('ops', unit.replaceAll('_', '-')).catch(() => ({ cases: [] }));
      return { unit, op: op as AnyOp, goldens: goldens.cases };
    }),
  );
}

function moduleOf(op: unknown): string {
  return typeof op === 'function' && 'module' in op ? String(op.module) : '';
}

/** Tries every op on a backend. */
export async function sweepOps(
  backend: ConformanceBackend,
  choose: Choose = (cases) => cases,
): Promise<void> {
  for (const { unit, op, goldens } of await opUnits()) {
    if (goldens.length > 0) testOp(unit, op, choose(goldens), backend);
  }
}

/** Tries every op on symbolic tensors. */
export async function sweepOpGraphs(): Promise<void> {
  for (const { unit, op, goldens } of await opUnits()) testOpGraph(unit, op, goldens);
}
