import { type Activation, type NdArray, camelKeys, mapTree } from '@myelin/core';
import { multiply, sum, valueAndGradients } from '@myelin/ops';
import { type Tensor, keep } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { ActivationCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { numberOf } from './number-of.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

/** Holds an activation against the values and gradients of Keras, each element for itself, on one backend. */
export function testActivation(
  activation: Activation,
  goldens: readonly ActivationCase[],
  backend: ConformanceBackend,
): void {
  const unit = activation.id;
  describeUnit(unit, backend, (tests) => {
    tests(
      'Keras',
      goldens,
      async ({ name, config, serialized, inputs, output, upstream, inputGradients }) => {
        expect(unit).toBe(serialized);
        const run = activation as (x: Tensor, options: object) => Tensor;
        const options = mapTree<unknown, unknown>(camelKeys(config), numberOf) as object;
        const [value, gradient] = await expectNoLeak(() =>
          runStep(backend.runtime, [...inputs, upstream], ([x, weight]) => {
            let y: Tensor | undefined;
            const { gradients } = valueAndGradients(() => {
              y = keep(run(x as Tensor, options));
              return sum(multiply(y, weight as Tensor));
            }, [x as Tensor]);
            return [y as Tensor, ...gradients];
          }),
        );
        const tolerance = {
          ...toleranceFor(backend, { unit, name, part: 'Keras' }),
          relativeTo: 'each',
        } as const;
        expectClose(value as NdArray, output, { ...tolerance, what: 'output' });
        expectClose(gradient as NdArray, inputGradients[0] as NdArray, { ...tolerance, what: 'gradient' });
      },
    );
  });
}
