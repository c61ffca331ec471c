import {
  type NdArray,
  type Optimizer,
  type Registry,
  Variable,
  clearSession,
  deserializeKerasObject,
  serializeKerasObject,
} from '@myelin/core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { OptimizerCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

type Described = Pick<Variable, 'name' | 'path' | 'dtype'>;

/** Holds an optimizer against the weights after each step, the state and the configuration of Keras, on one backend. */
export function testOptimizer(
  className: string,
  goldens: readonly OptimizerCase[],
  registry: Registry,
  backend: ConformanceBackend,
): void {
  describeUnit(className, backend, (tests) => {
    tests('Keras', goldens, async (golden) => {
      clearSession();
      const optimizer = deserializeKerasObject(golden.serialized, registry) as Optimizer;
      // Elements vary over decades, those of the state even more, so each is compared for itself.
      const { rtol, atol } = toleranceFor(backend, { unit: className, name: golden.name, part: 'Keras' });
      const tolerance = { rtol, atol, relativeTo: 'each' } as const;
      const weights = golden.variables.map(({ name, path, value }) => new Variable(value, { name, path }));
      const expectValues = async (expected: readonly NdArray[], what: string): Promise<void> => {
        for (const [i, weight] of weights.entries()) {
          expectClose(await weight.read(), expected[i] as NdArray, {
            ...tolerance,
            what: `${what}, ${weight.path}`,
          });
        }
      };
      expect(serializeKerasObject(optimizer)).toEqual(golden.serialized);
      optimizer.build(weights);
      for (const [step, gradients] of golden.gradients.entries()) {
        await expectNoLeak(() =>
          runStep(backend.runtime, gradients, (tensors) => {
            optimizer.apply(tensors, weights);
            return [];
          }),
        );
        await expectValues(golden.values[step] ?? [], `step ${step}`);
      }
      const described = ({ name, path, dtype }: Described): object => ({ name, path, dtype });
      expect(optimizer.variables.map(described)).toEqual(
        golden.state.map(({ name, path, value: { dtype } }) => ({ name, path, dtype })),
      );
      for (const [i, variable] of optimizer.variables.entries()) {
        expectClose(await variable.read(), golden.state[i]?.value as NdArray, {
          ...tolerance,
          atol: atol / 100,
          what: variable.path,
        });
      }
      await optimizer.finalize(weights);
      await expectValues(golden.finalized ?? golden.values.at(-1) ?? [], 'finalized');
    });
  });
}
