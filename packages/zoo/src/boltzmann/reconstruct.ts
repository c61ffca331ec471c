import type { ArrayLike, NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import type { Tensor } from '@tensorflow/tfjs-core';
import { hiddenChances, visibleMeans } from './internal/equations.js';
import { onMachine, visibleRows } from './internal/on-machine.js';

/**
 * What a machine makes of data: the means of the visible units, given the chances of the hidden units that these data give.
 *
 * Nothing is random. It answers like an autoencoder with one hidden layer and the same connections on both sides. Of a machine
 * that has learned which films people like, it says what else somebody may like.
 *
 * `x [n, visible]` → `[n, visible]`.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 2, hidden: 3, means: [0.25, 0.5] });
 * machine.setWeights([[[0, 0, 0], [0, 0, 0]], ...(await machine.getWeights()).slice(1)]);
 * await reconstruct(machine, [[1, 0]]); // [[0.25, 0.5]]
 * ```
 * @throws ArgumentError when the model is no machine, ShapeError when x does not fit it.
 */
export async function reconstruct(machine: Model, x: ArrayLike): Promise<NdArray> {
  const [painted] = await onMachine(machine, [visibleRows('reconstruct', machine, x)], {
    key: 'reconstruct',
    draws: 0,
    run: ([rows], parts) => [visibleMeans(hiddenChances(rows as Tensor, parts), parts)],
  });
  return painted as NdArray;
}
