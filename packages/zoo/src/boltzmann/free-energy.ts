import type { ArrayLike, NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import type { Tensor } from '@tensorflow/tfjs-core';
import { freeEnergies } from './internal/equations.js';
import { onMachine, visibleRows } from './internal/on-machine.js';

/**
 * How unlikely a machine finds data: `F(v) = -b·v - Σ softplus(c + v W)`, so that `p(v) = exp(-F(v)) / Z`.
 *
 * The hidden units are summed out: `exp(-F(v)) = Σ exp(-E(v, h))` over all their states. Only differences mean something, as Z
 * is not known. Gaussian units have `½|v - b|²` in the place of `-b·v`.
 *
 * `x [n, visible]` → `[n]`.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 2, hidden: 3 });
 * machine.setWeights([[[0, 0, 0], [0, 0, 0]], [1, 2], [0, 0, 0]]);
 * const [[none = 0, both = 0]] = [Array.from((await freeEnergy(machine, [[0, 0], [1, 1]])).data, Number)];
 * none - both; // 3
 * ```
 * @throws ArgumentError when the model is no machine, ShapeError when x does not fit it.
 */
export async function freeEnergy(machine: Model, x: ArrayLike): Promise<NdArray> {
  const [energies] = await onMachine(machine, [visibleRows('freeEnergy', machine, x)], {
    key: 'free_energy',
    draws: 0,
    run: ([rows], parts) => [freeEnergies(rows as Tensor, parts)],
  });
  return energies as NdArray;
}
