import { NdArray, setSeed, uniformArray } from '@myelin/core';
import { breastCancer, columnStatistics, splitDataset, standardize } from '@myelin/datasets';
import { fillMissing, restrictedBoltzmannMachine } from '@myelin/zoo';
import type { Figure, LessonIo } from '../../lesson.js';
import { mean } from '../../measures/mean.js';

const seeds = [1, 2, 3];

/** Part of the cells that is missing. */
const missingShare = 0.25;

/** What the error may be of that of the column means. */
const ofMeans = 0.75;

/** A quarter of the cells in rows that were not learned from, filled in from the others. */
export async function cellFigures(io: LessonIo): Promise<Figure[]> {
  const errors: Errors[] = [];
  for (const seed of seeds) errors.push(await fillCells(seed));
  const value = mean(errors.map(({ byMachine }) => byMachine));
  const byMeans = mean(errors.map((error) => error.byMeans));
  io.write(
    `\nMissing cells: off by ${byMeans.toFixed(3)} with column means, ${value.toFixed(3)} with a machine\n`,
  );
  return [
    {
      id: 'boltzmann-missing-cells',
      title: 'Breast cancer without a quarter of the cells, filled in: error in standard deviations',
      value,
      unit: '',
      asked: { atMost: ofMeans * byMeans, than: `${ofMeans} of that of column means` },
      seeds,
    },
  ];
}

/** Root mean squared errors. */
interface Errors {
  readonly byMeans: number;
  readonly byMachine: number;
}

async function fillCells(seed: number): Promise<Errors> {
  const { x, y } = await breastCancer();
  const [train, test] = splitDataset({ x, y }, { leftSize: 0.7, shuffle: true, seed });
  const columns = columnStatistics(train.x);
  const truth = standardize(test.x, columns);
  setSeed(seed);
  const machine = restrictedBoltzmannMachine({
    visible: 30,
    hidden: 60,
    visibleUnits: 'gaussian',
    learningRate: 0.002,
    momentum: 0.9,
  });
  await machine.fit(standardize(train.x, columns), undefined, { epochs: 200, batchSize: 20, verbose: 0 });
  const chances = uniformArray({ seed, offset: 0 }, truth.size);
  const isMissing = (i: number): boolean => (chances[i] ?? 1) < missingShare;
  const holes = (truth.data as Float32Array).map((value, i) => (isMissing(i) ? NaN : value));
  const filled = await fillMissing(machine, new NdArray(holes, truth.shape), { steps: 200 });
  const error = (guess: (i: number) => number): number =>
    Math.sqrt(
      mean(
        Array.from(truth.data, Number).flatMap((value, i) => (isMissing(i) ? [(guess(i) - value) ** 2] : [])),
      ),
    );
  return { byMeans: error(() => 0), byMachine: error((i) => Number(filled.data[i])) };
}
