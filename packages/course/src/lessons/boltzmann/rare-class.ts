import { NdArray, permutation, setSeed } from '@myelin/core';
import {
  type Examples,
  breastCancer,
  columnStatistics,
  splitDataset,
  standardize,
  unstandardize,
} from '@myelin/datasets';
import { restrictedBoltzmannMachine, sample } from '@myelin/zoo';
import type { Figure, LessonIo } from '../../lesson.js';
import { largestOfRows } from '../../measures/largest-of-rows.js';
import { mean } from '../../measures/mean.js';
import { softmaxRegression } from './softmax-regression.js';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const malignant = 0;

/** Malignant tumours that are left to learn from, beside about 220 benign ones. */
const rare = 10;

/** What balancing must add to the balanced accuracy. */
const margin = 0.01;

/**
 * Malignant tumours are made rare; a machine that learned the few draws as many as are lacking. Beside it the simplest remedy:
 * the few, repeated.
 */
export async function rareClassFigures(io: LessonIo): Promise<Figure[]> {
  const runs: Record<Remedy, number>[] = [];
  for (const seed of seeds) runs.push(await tryRemedies(seed));
  const over = (remedy: Remedy): number => mean(runs.map((run) => run[remedy]));
  const [none, drawn, repeated] = [over('none'), over('drawn'), over('repeated')];
  io.write(
    `\nRare tumours: ${none.toFixed(3)} as they are, ${drawn.toFixed(3)} with drawn ones, ${repeated.toFixed(3)} with repeated ones\n`,
  );
  const common = {
    unit: '%',
    asked: { atLeast: none + margin, than: `without remedy, and ${100 * margin} point` },
    seeds,
  } as const;
  return [
    {
      ...common,
      id: 'boltzmann-rare-class',
      title: `Breast cancer with ${rare} malignant tumours, others drawn by a machine: balanced accuracy`,
      value: drawn,
    },
    {
      ...common,
      id: 'boltzmann-rare-class-repeated',
      title: `Breast cancer with ${rare} malignant tumours, these repeated: balanced accuracy`,
      value: repeated,
    },
  ];
}

type Remedy = 'none' | 'drawn' | 'repeated';

async function tryRemedies(seed: number): Promise<Record<Remedy, number>> {
  const { x, y } = await breastCancer();
  const [all, test] = splitDataset({ x, y }, { leftSize: 369, shuffle: true, seed });
  const isMalignant = (row: number): boolean => all.y.at(row) === malignant;
  const rows = Array.from(all.y.data.keys());
  const kept = rows.filter((row) => !isMalignant(row));
  const few = rows.filter(isMalignant).slice(0, rare);
  const train = pick(all, [...kept, ...few]);
  const columns = columnStatistics(train.x);
  const scaled = (part: Examples): Examples => ({ x: standardize(part.x, columns), y: part.y });
  const known = standardize(pick(all, few).x, columns);
  const lacking = kept.length - rare;
  const judge = async (added: NdArray | null): Promise<number> => {
    const examples = added === null ? scaled(train) : withMalignant(scaled(train), added);
    const said = await softmaxRegression(examples, scaled(test).x, seed);
    return balancedAccuracy(test.y, largestOfRows(said));
  };
  return {
    none: await judge(null),
    drawn: await judge(await drawLike(known, lacking, seed)),
    repeated: await judge(rowsOf(known, repeat(rare, lacking, seed))),
  };
}

/**
 * Rows as a machine draws them that has learned a few: 200 Gibbs steps from one of them each. Gaussian units have a noise of 1,
 * so the columns are brought to a standard deviation of 2, to leave room for what they have in common.
 */
async function drawLike(few: NdArray, count: number, seed: number): Promise<NdArray> {
  const { mean: center, variance } = columnStatistics(few);
  const columns = { mean: center, variance: variance.map((value) => value / 4) };
  const x = standardize(few, columns);
  setSeed(seed);
  const machine = restrictedBoltzmannMachine({
    visible: x.shape[1] ?? 0,
    hidden: 10,
    visibleUnits: 'gaussian',
    learningRate: 0.005,
    momentum: 0.9,
    weightDecay: 0.001,
  });
  await machine.fit(x, undefined, { epochs: 300, batchSize: rare, verbose: 0 });
  const start = rowsOf(x, repeat(rare, count, seed));
  const { states } = await sample(machine, { start, steps: 200 });
  return unstandardize(states, columns);
}

/** `count` places below `size`, in random order, each about as often as the others. */
function repeat(size: number, count: number, seed: number): number[] {
  const order = permutation({ seed, offset: 0 }, size);
  return Array.from({ length: count }, (_, i) => order[i % size] ?? 0);
}

function pick({ x, y }: Examples, rows: readonly number[]): Examples {
  return { x: rowsOf(x, rows), y: new NdArray(Uint8Array.from(rows, (row) => Number(y.at(row)))) };
}

function rowsOf(x: NdArray, rows: readonly number[]): NdArray {
  return new NdArray(
    Float32Array.from(rows.flatMap((row) => Array.from(x.rows(row, row + 1).data, Number))),
    [rows.length, x.shape[1] ?? 0],
  );
}

function withMalignant({ x, y }: Examples, added: NdArray): Examples {
  const count = added.shape[0] ?? 0;
  const labels = Uint8Array.from([...Array.from(y.data, Number), ...Array<number>(count).fill(malignant)]);
  const values = Float32Array.from([...(x.data as Float32Array), ...(added.data as Float32Array)]);
  return { x: new NdArray(values, [labels.length, x.shape[1] ?? 0]), y: new NdArray(labels) };
}

/** The mean over the classes of how many of each are found: 0.5 for somebody who always says the same. */
function balancedAccuracy(truth: NdArray, said: readonly number[]): number {
  const labels = Array.from(truth.data, Number);
  const found = [0, 1].map((label) => {
    const own = labels.flatMap((one, i) => (one === label ? [said[i]] : []));
    return own.filter((one) => one === label).length / own.length;
  });
  return mean(found);
}
