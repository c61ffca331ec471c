import { NdArray } from '@myelin/core';
import { columnStatistics, digits, scalePixels } from '@myelin/datasets';
import { polynomialDecay } from '@myelin/optimizers';
import { freeEnergy, restrictedBoltzmannMachine, sample } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { LearnNews, LearnRequest, LearnResult } from './messages.js';

const shown = 25;
const dreamers = 10;
const batchSize = 100;

export const run: RunFunction<LearnRequest, LearnNews, LearnResult> = async (
  { hidden, persistent, epochs },
  { tell, signal },
) => {
  const { train, test } = await digits();
  const [x, held] = [scalePixels(train.x, [784]), scalePixels(test.x, [784])];
  const machine = restrictedBoltzmannMachine({
    visible: 784,
    hidden,
    persistent: persistent ? 100 : 0,
    learningRate: polynomialDecay({
      initialLearningRate: 0.1,
      decaySteps: (epochs * (x.shape[0] ?? 0)) / batchSize,
      endLearningRate: 0,
    }),
    weightDecay: 0.001,
    means: columnStatistics(x).mean,
  });
  await machine.fit(x, undefined, {
    epochs,
    batchSize,
    verbose: 0,
    signal,
    callbacks: [
      {
        async onEpochEnd(epoch, { reconstruction_error: error = NaN }) {
          const [kernel] = (await machine.getWeights()) as [NdArray];
          const { means } = await sample(machine, { count: dreamers, steps: 300 });
          tell({
            epoch: epoch + 1,
            error,
            filters: filtersOf(kernel, Math.min(shown, hidden)),
            dreams: means.data as Float32Array,
          });
        },
      },
    ],
  });
  const { reconstruction_error: error = NaN } = await machine.evaluate(held, undefined, { verbose: 0 });
  const energy = async (rows: NdArray): Promise<number> => {
    const energies = Array.from((await freeEnergy(machine, rows)).data, Number);
    return energies.reduce((sum, one) => sum + one, 0) / energies.length;
  };
  return { error, gap: (await energy(held)) - (await energy(x.rows(0, held.shape[0] ?? 0))) };
};

/** The connections of each hidden unit with all pixels: the columns of the kernel. */
function filtersOf(kernel: NdArray, count: number): Float32Array {
  const [visible = 0, hidden = 0] = kernel.shape;
  const values = kernel.data as Float32Array;
  return Float32Array.from(
    { length: count * visible },
    (_, i) => values[(i % visible) * hidden + Math.floor(i / visible)] ?? 0,
  );
}
