import {
  type Constraint,
  type NdArray,
  type Registry,
  deserializeKerasObject,
  serializeKerasObject,
} from '@myelin/core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { ConstraintCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

/** Holds a constraint against the projected weights and the configuration of Keras, on one backend. */
export function testConstraint(
  className: string,
  goldens: readonly ConstraintCase[],
  registry: Registry,
  backend: ConformanceBackend,
): void {
  describeUnit(className, backend, (tests) => {
    tests('Keras', goldens, async ({ name, serialized, inputs, values }) => {
      const constraint = deserializeKerasObject(serialized, registry) as Constraint;
      expect(serializeKerasObject(constraint)).toEqual(serialized);
      const found = await expectNoLeak(() =>
        runStep(backend.runtime, inputs, (weights) => weights.map(constraint)),
      );
      const tolerance = toleranceFor(backend, { unit: className, name, part: 'Keras' });
      values.forEach((value, i) => {
        expectClose(found[i] as NdArray, value, { ...tolerance, relativeTo: 'each', what: `weight ${i}` });
      });
    });
  });
}
