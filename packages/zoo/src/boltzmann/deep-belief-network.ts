import { ArgumentError, type ArrayLike, NdArray } from '@myelin/core';
import type { FitOptions, Model } from '@myelin/models';
import {
  type RestrictedBoltzmannMachineOptions,
  restrictedBoltzmannMachine,
} from './restricted-boltzmann-machine.js';

/** Options of {@link deepBeliefNetwork}: those of its machines and of their training. */
export interface DeepBeliefNetworkOptions
  extends
    Omit<RestrictedBoltzmannMachineOptions, 'visible' | 'hidden' | 'means' | 'name'>,
    Pick<FitOptions, 'epochs' | 'batchSize' | 'verbose' | 'signal' | 'callbacks'> {
  /** Hidden units of each machine, from the data on. */
  readonly hidden: readonly number[];
}

/**
 * Machines on top of each other, trained one after another: each learns what the hidden units of the one below do.
 *
 * `visibleUnits` are those of the first; all others see chances. Each one improves a bound of the likelihood, if it is as large
 * as the one below. `machineLayers` makes a network of them, to be trained further with labels.
 *
 * `x [n, visible]` → one machine for each number of hidden units, the first one for `x`.
 *
 * @example
 * ```ts
 * const x = [[1, 1, 0, 0], [0, 0, 1, 1]];
 * const machines = await deepBeliefNetwork(x, { hidden: [3, 2], epochs: 2, verbose: 0 });
 * machines.map((machine) => machine.getConfig()['hidden']); // [3, 2]
 * ```
 * @throws ArgumentError without hidden units.
 * @see Hinton, Osindero and Teh, "A fast learning algorithm for deep belief nets", 2006
 */
export async function deepBeliefNetwork(x: ArrayLike, options: DeepBeliefNetworkOptions): Promise<Model[]> {
  const { hidden, visibleUnits, epochs, batchSize, verbose, signal, callbacks, ...learning } = options;
  if (hidden.length === 0) {
    throw new ArgumentError({
      who: 'deepBeliefNetwork',
      expected: 'hidden units of at least one machine',
      got: '[]',
    });
  }
  const training = Object.fromEntries(
    Object.entries({ epochs, batchSize, verbose, signal, callbacks }).filter(
      ([, given]) => given !== undefined,
    ),
  );
  const machines: Model[] = [];
  let seen = NdArray.from(x);
  for (const [level, count] of hidden.entries()) {
    const machine = restrictedBoltzmannMachine({
      ...learning,
      ...(level > 0 || visibleUnits === undefined ? {} : { visibleUnits }),
      visible: seen.shape[1] ?? 0,
      hidden: count,
      name: `machine_${level}`,
    });
    await machine.fit(seen, undefined, training);
    machines.push(machine);
    if (level < hidden.length - 1) seen = await machine.predict(seen, { verbose: 0 });
  }
  return machines;
}
