import type { NdArray } from '@myelin/core';
import { dense } from '@myelin/layers';
import type { Model } from '@myelin/models';
import { countVisible } from './internal/on-machine.js';

/**
 * Dense layers with sigmoid that compute what the hidden units of machines do: what a network starts from instead of random
 * weights.
 *
 * The weights are copies: training the layers leaves the machines as they are. Add a layer for the labels on top, and train all
 * of it on the examples that have labels.
 *
 * @param machines - the first one sees the data, each other one the hidden units of the one before.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 4, hidden: 3 });
 * const model = sequential([...(await machineLayers([machine])), dense({ units: 2, activation: 'softmax' })]);
 * model.build([null, 4]);
 * model.countParams(); // 23
 * ```
 * @see Hinton and Salakhutdinov, "Reducing the dimensionality of data with neural networks", 2006
 */
export async function machineLayers(machines: readonly Model[]): Promise<DenseLayer[]> {
  const layers: DenseLayer[] = [];
  for (const machine of machines) {
    const [kernel, , bias] = (await machine.getWeights()) as [NdArray, NdArray, NdArray];
    const layer = dense({ units: kernel.shape[1] ?? 0, activation: 'sigmoid' });
    layer.build([null, countVisible(machine)]);
    layer.setWeights([kernel, bias]);
    layers.push(layer);
  }
  return layers;
}

type DenseLayer = ReturnType<typeof dense>;
