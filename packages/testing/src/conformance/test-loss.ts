import {
  type Loss,
  type NdArray,
  type Registry,
  type WireRecord,
  deserializeKerasObject,
  serializeKerasObject,
} from '@myelin/core';
import { attachLogits, sigmoid, softmax, valueAndGradients } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { LossCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

/** What stands before a loss, which then may start from the logits. */
const before = {
  softmax: (x: Tensor): Tensor => attachLogits(softmax(x), x),
  sigmoid: (x: Tensor): Tensor => attachLogits(sigmoid(x), x),
  none: (x: Tensor): Tensor => x,
};

/** Holds a loss against the values by reduction, the gradient and the configuration of Keras, on one backend. */
export function testLoss(
  className: string,
  goldens: readonly LossCase[],
  registry: Registry,
  backend: ConformanceBackend,
): void {
  describeUnit(className, backend, (tests) => {
    tests('Keras', goldens, async (golden) => {
      const { name, yTrue, yPred, sampleWeight, mask, activation = 'none' } = golden;
      const revive = (changed: WireRecord): Loss => {
        const config = { ...configOf(golden), ...changed };
        return deserializeKerasObject({ ...golden.serialized, config }, registry) as Loss;
      };
      const saved = serializeKerasObject(revive({})) as { config: WireRecord };
      expect(saved).toMatchObject(golden.serialized);
      expect(saved.config).toMatchObject(configOf(golden));

      const reductions = Object.entries(golden.reductions);
      const given = [yTrue, yPred, sampleWeight, mask].filter((array) => array !== undefined);
      const [perExample, gradient, ...values] = await expectNoLeak(() =>
        runStep(backend.runtime, given, ([truth, source, ...rest]) => {
          const weight = sampleWeight === undefined ? undefined : rest.shift();
          const options = { sampleWeight: weight ?? null, mask: rest[0] ?? null };
          const compute = (changed: WireRecord): Tensor =>
            revive(changed)(truth as Tensor, before[activation](source as Tensor), options);
          const { gradients } = valueAndGradients(() => compute({}), [source as Tensor]);
          const plain = revive({ reduction: 'none' })(truth as Tensor, before[activation](source as Tensor));
          return [plain, ...gradients, ...reductions.map(([reduction]) => compute({ reduction }))];
        }),
      );
      const tolerance = toleranceFor(backend, { unit: className, name, part: 'Keras' });
      expectClose(perExample as NdArray, golden.perExample, { ...tolerance, what: 'per example' });
      expectClose(gradient as NdArray, golden.gradient, { ...tolerance, what: 'gradient' });
      reductions.forEach(([reduction, expected], i) => {
        expectClose(values[i] as NdArray, expected, { ...tolerance, what: reduction });
      });
    });
  });
}

/** Keras' configuration, and what Keras forgets to save. */
function configOf({ config, serialized }: LossCase): WireRecord {
  const unsaved = Object.entries(config).filter(([key]) => key === 'axis' || key === 'delta');
  return { ...(serialized['config'] as WireRecord), ...Object.fromEntries(unsaved) };
}
