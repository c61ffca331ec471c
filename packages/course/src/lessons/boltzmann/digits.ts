import { NdArray, setSeed } from '@myelin/core';
import { columnStatistics, digits, scalePixels } from '@myelin/datasets';
import { type Model, progbarLogger } from '@myelin/models';
import { polynomialDecay } from '@myelin/optimizers';
import { fillMissing, restrictedBoltzmannMachine } from '@myelin/zoo';
import { inOneLine } from '../../learn.js';
import type { Figure, LessonIo } from '../../lesson.js';
import { accuracy } from '../../measures/accuracy.js';
import { softmaxRegression } from './softmax-regression.js';

const seed = 1;
const labelled = 500;
const [pixels, hidden] = [784, 256];
const [epochs, batchSize] = [15, 100];

/** Digits that are filled in. */
const damaged = 200;
const missing = {
  quarter: { title: 'the lower right quarter', rows: [14, 28], columns: [14, 28], ofMean: 0.7 },
  half: { title: 'the lower half', rows: [14, 28], columns: [0, 28], ofMean: 0.85 },
} as const;

/** What hidden units must add to the accuracy on pixels. */
const margin = 0.02;

/**
 * One machine learns 9,000 digits without their labels. Its hidden units are then features for a classifier that has few labels,
 * and it fills in what is missing of digits that it has not seen.
 */
export async function digitFigures(io: LessonIo): Promise<Figure[]> {
  const { train } = await digits();
  io.write(`\nA machine of ${pixels} pixels and ${hidden} hidden units learns digits, seed ${seed}\n`);
  const machine = await learnDigits(scalePixels(train.x, [pixels]), io);
  const figures = await judgeDigits(machine);
  const [kernel, visibleBias, hiddenBias] = (await machine.getWeights()) as [NdArray, NdArray, NdArray];
  // Without the chains, which nobody needs who does not train on.
  const learned = restrictedBoltzmannMachine({ visible: pixels, hidden });
  learned.setWeights([kernel, visibleBias, hiddenBias]);
  await io.keep?.('digits-boltzmann', learned, { seed, value: figures[0]?.value ?? NaN });
  return figures;
}

/** What a machine that has learned digits is worth, in figures; the first is that of its features. */
export async function judgeDigits(machine: Model): Promise<Figure[]> {
  const { train, test } = await digits();
  const [seen, unseen] = [scalePixels(train.x, [pixels]), scalePixels(test.x, [pixels])];
  const labels = train.y.rows(0, labelled);
  const features = (x: NdArray): Promise<NdArray> => machine.predict(x, { verbose: 0 });
  const tellApart = async (few: NdArray, x: NdArray): Promise<number> =>
    accuracy(test.y, await softmaxRegression({ x: few, y: labels }, x, seed));
  const few = seen.rows(0, labelled);
  const byPixels = await tellApart(few, unseen);
  const value = await tellApart(await features(few), await features(unseen));
  const figures: Figure[] = [
    {
      id: 'digits-boltzmann',
      title: `Digits with ${labelled} labels, softmax regression on hidden units: accuracy`,
      value,
      unit: '%',
      asked: { atLeast: byPixels + margin, than: `on pixels, and ${100 * margin} points` },
      seeds: [seed],
    },
  ];
  for (const place of Object.keys(missing) as (keyof typeof missing)[]) {
    figures.push(await fillFigure(machine, place, seen, unseen.rows(0, damaged)));
  }
  return figures;
}

/** Persistent chains, and a step size that falls to 0. */
async function learnDigits(x: NdArray, { write, signal }: LessonIo): Promise<Model> {
  setSeed(seed);
  const machine = restrictedBoltzmannMachine({
    visible: pixels,
    hidden,
    persistent: 100,
    learningRate: polynomialDecay({
      initialLearningRate: 0.1,
      decaySteps: epochs * Math.ceil((x.shape[0] ?? 0) / batchSize),
      endLearningRate: 0,
    }),
    weightDecay: 0.001,
    means: columnStatistics(x).mean,
  });
  await machine.fit(x, undefined, {
    epochs,
    batchSize,
    verbose: 0,
    ...(signal === undefined ? {} : { signal }),
    callbacks: [progbarLogger({ write: inOneLine(write) })],
  });
  return machine;
}

/** How far off the filled pixels are, beside those of the mean digit. */
async function fillFigure(
  machine: Model,
  place: keyof typeof missing,
  seen: NdArray,
  truth: NdArray,
): Promise<Figure> {
  const { title, ofMean } = missing[place];
  const { mean } = columnStatistics(seen);
  const isMissing = pixelsMissing(place);
  const holes = new NdArray(
    (truth.data as Float32Array).map((ink, i) => (isMissing(i % pixels) ? NaN : ink)),
    truth.shape,
  );
  const filled = await fillMissing(machine, holes);
  const error = (guess: (i: number) => number): number => {
    const errors = Array.from(truth.data, Number).flatMap((ink, i) =>
      isMissing(i % pixels) ? [(guess(i) - ink) ** 2] : [],
    );
    return errors.reduce((sum, one) => sum + one, 0) / errors.length;
  };
  return {
    id: `boltzmann-missing-${place}`,
    title: `Digits without ${title}, filled in: mean squared error`,
    value: error((i) => Number(filled.data[i])),
    unit: '',
    asked: { atMost: ofMean * error((i) => mean[i % pixels] ?? NaN), than: `${ofMean} of the mean digit's` },
    seeds: [seed],
  };
}

/** Whether a pixel is in the part that is missing. */
function pixelsMissing(place: keyof typeof missing): (pixel: number) => boolean {
  const { rows, columns } = missing[place];
  return (pixel) => {
    const [row, column] = [Math.floor(pixel / 28), pixel % 28];
    return row >= rows[0] && row < rows[1] && column >= columns[0] && column < columns[1];
  };
}
