import { ArgumentError, type ArrayLike } from '@myelin/core';
import type { NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import {
  add,
  cast,
  equal,
  floor,
  logSigmoid,
  minimum,
  multiply,
  randomUniform,
  subtract,
  arange,
  reshape,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { freeEnergies } from './internal/equations.js';
import { onMachine, unitsOf, visibleRows } from './internal/on-machine.js';

/**
 * How likely each visible unit is, given all others: an estimate of `Σ ln p(vᵢ | all other v)`, in nats.
 *
 * Unlike the likelihood it needs no Z: `ln p(vᵢ | others) = ln sigmoid(F(v with vᵢ turned over) - F(v))`. Of each example one
 * unit is drawn, and its value is taken for all of them, so the mean over many examples is right, a single one is not.
 *
 * `x [n, visible]` of 0 and 1 → `[n]`, 0 at best. For bernoulli units. Random numbers follow `setSeed`.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 4, hidden: 2 });
 * machine.setWeights([[[0, 0], [0, 0], [0, 0], [0, 0]], [0, 0, 0, 0], [0, 0]]);
 * await pseudoLogLikelihood(machine, [[0, 1, 1, 0]]); // [-2.772589]
 * ```
 * @throws ArgumentError when the model is no machine, or one of gaussian units; ShapeError when x does not fit it.
 * @see Besag, "Statistical analysis of non-lattice data", 1975; scikit-learn `BernoulliRBM.score_samples`
 */
export async function pseudoLogLikelihood(machine: Model, x: ArrayLike): Promise<NdArray> {
  const rows = visibleRows('pseudoLogLikelihood', machine, x);
  if (unitsOf(machine) !== 'bernoulli') {
    throw new ArgumentError({
      who: 'pseudoLogLikelihood',
      expected: 'a machine of bernoulli units',
      got: unitsOf(machine),
      hint: 'Compare free energies instead.',
    });
  }
  const [estimates] = await onMachine(machine, [rows], {
    key: 'pseudo_log_likelihood',
    draws: 1,
    run: ([given], parts, seed) => [estimate(given as Tensor, seed, (v) => freeEnergies(v, parts))],
  });
  return estimates as NdArray;
}

function estimate(x: Tensor, seed: Tensor, energy: (v: Tensor) => Tensor): Tensor {
  const [n = 0, visible = 0] = x.shape;
  const place = minimum(floor(multiply(randomUniform(seed, [n]), visible)), visible - 1);
  const chosen = cast(
    equal(reshape(place, { newshape: [n, 1] }), cast(arange(visible), { dtype: 'float32' })),
    { dtype: 'float32' },
  );
  // 1 - v in the chosen place, v elsewhere.
  const turned = add(x, multiply(chosen, subtract(1, multiply(x, 2))));
  return multiply(logSigmoid(subtract(energy(turned), energy(x))), visible);
}
