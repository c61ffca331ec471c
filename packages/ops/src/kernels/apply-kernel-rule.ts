import { formatShape } from '@myelin/core';
import { util } from '@tensorflow/tfjs-core';
import type { KernelInputs, StaticSpec } from './kernel-rule.js';
import { kernelRules } from './kernel-rules.js';

/**
 * Shapes and types of what a kernel returns.
 *
 * @throws Error as tfjs-core does where the inputs do not fit; TraceError when the shape depends on values.
 */
export function applyKernelRule(
  kernelName: string,
  inputs: KernelInputs,
  attrs: object,
): StaticSpec | StaticSpec[] {
  const rule = kernelRules.get(kernelName);
  util.assert(rule !== undefined, () => `There is no shape rule for kernel '${kernelName}'.`);
  const outputs = (rule as NonNullable<typeof rule>)(inputs, attrs);
  for (const { shape } of [outputs].flat()) checkSizes(kernelName, inputs, shape);
  return outputs;
}

/** Windows larger than their input and blocks that do not divide it show here. */
function checkSizes(kernelName: string, inputs: KernelInputs, shape: readonly number[]): void {
  util.assert(
    shape.every((size) => Number.isInteger(size) && size >= 0),
    () => {
      const specs = Object.values(inputs as Readonly<Record<string, StaticSpec | undefined>>);
      const given = specs.flatMap((spec) => (spec === undefined ? [] : [formatShape(spec.shape)]));
      return `${kernelName} of ${given.join(' and ')} would have the shape ${formatShape(shape)}.`;
    },
  );
}
