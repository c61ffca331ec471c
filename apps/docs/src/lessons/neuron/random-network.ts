import { uniformArray } from '@myelin/core';
import { type LinearLayer, type ScalarActivationName, applyLinear, scalarActivations } from '@myelin/course';

const width = 8;

/** Layers from one number to one number, 8 wide between, with weights that keep the size of what goes through. */
export function randomNetwork(layers: number, seed: number): LinearLayer[] {
  return Array.from({ length: layers }, (_, i) => {
    const inputs = i === 0 ? 1 : width;
    const outputs = i === layers - 1 ? 1 : width;
    const numbers = uniformArray({ seed, offset: i }, (inputs + 1) * outputs);
    const between = (limit: number, at: number): number => limit * (2 * (numbers[at] ?? 0) - 1);
    const limit = Math.sqrt(6 / inputs);
    return {
      kernel: Array.from({ length: inputs }, (_, row) =>
        Array.from({ length: outputs }, (_, column) => between(limit, row * outputs + column)),
      ),
      bias: Array.from({ length: outputs }, (_, column) => between(0.5, inputs * outputs + column)),
    };
  });
}

/** What the network says; the last layer has no activation. */
export function askNetwork(
  layers: readonly LinearLayer[],
  x: number,
  activation: ScalarActivationName,
): number {
  const { value } = scalarActivations[activation];
  const [said = NaN] = layers.reduce<readonly number[]>(
    (before, layer, i) => {
      const sums = applyLinear(layer, before);
      return i === layers.length - 1 ? sums : sums.map(value);
    },
    [x],
  );
  return said;
}
