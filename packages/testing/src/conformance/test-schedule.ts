import { NdArray, type Registry, deserializeKerasObject, serializeKerasObject } from '@myelin/core';
import { stack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { ScheduleCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

/** Holds a learning-rate schedule against the rates and the configuration of Keras, on one backend. */
export function testSchedule(
  className: string,
  goldens: readonly ScheduleCase[],
  registry: Registry,
  backend: ConformanceBackend,
): void {
  describeUnit(className, backend, (tests) => {
    tests('Keras', goldens, async ({ name, serialized, steps, rates }) => {
      const schedule = deserializeKerasObject(serialized, registry) as (step: Tensor) => Tensor;
      expect(serializeKerasObject(schedule)).toEqual(serialized);
      const scalars = Array.from(steps.data as Int32Array, (step) => new NdArray(Int32Array.of(step), []));
      const [found] = await expectNoLeak(() =>
        runStep(backend.runtime, scalars, (tensors) => [stack(tensors.map(schedule))]),
      );
      const tolerance = toleranceFor(backend, { unit: className, name, part: 'Keras' });
      expectClose(found as NdArray, rates, { ...tolerance, relativeTo: 'each', what: 'rates' });
    });
  });
}
