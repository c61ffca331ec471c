import {
  type Metric,
  type NdArray,
  type Registry,
  clearSession,
  deserializeKerasObject,
  serializeKerasObject,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { GoldenVariable, MetricCase, MetricUpdate } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

/** A metric that takes values instead of targets and predictions. */
interface ValueMetric {
  update(values: Tensor, options: { readonly sampleWeight: Tensor | null }): void;
}

/** Holds a metric against the figures, the state and the configuration of Keras, update by update, on one backend. */
export function testMetric(
  className: string,
  goldens: readonly MetricCase[],
  registry: Registry,
  backend: ConformanceBackend,
): void {
  describeUnit(className, backend, (tests) => {
    tests('Keras', goldens, async (golden) => {
      clearSession();
      const metric = deserializeKerasObject(golden.serialized, registry) as Metric;
      const tolerance = toleranceFor(backend, { unit: className, name: golden.name, part: 'Keras' });
      const close = (actual: NdArray, expected: NdArray | undefined, what: string): void => {
        expectClose(actual, expected as NdArray, { ...tolerance, what });
      };
      const expectState = async (expected: readonly GoldenVariable[], what: string): Promise<void> => {
        const described = ({ name, path }: { name: string; path: string }): object => ({ name, path });
        expect(metric.variables.map(described)).toEqual(expected.map(described));
        for (const [i, variable] of metric.variables.entries()) {
          close(await variable.read(), expected[i]?.value, `${what}, ${variable.path}`);
        }
      };
      expect(serializeKerasObject(metric)).toEqual(golden.serialized);
      if (golden.initialResult !== undefined) {
        const [initial] = await runStep(backend.runtime, [], () => [metric.result()]);
        close(initial as NdArray, golden.initialResult, 'before the first update');
      }
      for (const [i, batch] of golden.updates.entries()) {
        const result = await expectNoLeak(() => update(metric, batch, backend));
        close(result, golden.results[i], `update ${i}`);
        await expectState(golden.states[i] ?? [], `update ${i}`);
      }
      metric.reset();
      await expectState(golden.stateAfterReset, 'reset');
    });
  });
}

/** Takes one batch into account and returns the figure after it. */
async function update(
  metric: Metric,
  batch: MetricUpdate,
  { runtime }: ConformanceBackend,
): Promise<NdArray> {
  const { values, yTrue, yPred, sampleWeight } = batch;
  const data = values === undefined ? [yTrue, yPred] : [values];
  const given = [...data, sampleWeight].filter((array) => array !== undefined);
  const [result] = await runStep(runtime, given, (tensors) => {
    const options = { sampleWeight: tensors[data.length] ?? null };
    const [first, second] = tensors;
    if (values === undefined) metric.update(first as Tensor, second as Tensor, options);
    else (metric as unknown as ValueMetric).update(first as Tensor, options);
    return [metric.result()];
  });
  return result as NdArray;
}
