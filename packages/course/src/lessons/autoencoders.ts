import { NdArray, normalArray } from '@myelin/core';
import {
  type Examples,
  type TrainTest,
  digits,
  fashionMnist,
  pca,
  project,
  scalePixels,
  unproject,
} from '@myelin/datasets';
import { autoencoder, convolutionalAutoencoder, variationalAutoencoder } from '@myelin/zoo';
import { learn, learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, LessonIo, Training, WithBound } from '../lesson.js';
import { classSurprise } from '../measures/class-surprise.js';
import { mean } from '../measures/mean.js';
import { meanSquaredError } from '../measures/mean-squared-error.js';
import { signalGain } from '../measures/signal-gain.js';

const seeds = [1, 2];
const common = { seeds, batchSize: 64, measure: 'loss', unit: '', asked: { nearKeras: 0.002 } } as const;

/** Code sizes, each against as many principal components. */
const compressions: readonly (Training & { readonly code: number })[] = [2, 8, 32].map((code) => ({
  ...common,
  code,
  id: `digits-autoencoder-${code}`,
  title: `Digits through ${code} numbers: mean squared error`,
  epochs: 20,
  makeModel: () => autoencoder({ hidden: [128, 64], code }),
  loadData: async () => asTheirOwnTargets(await digits(), [784]),
}));

const clothes: Training = {
  ...common,
  id: 'fashion-convolutional-32',
  title: 'Fashion through 32 numbers, convolutional: mean squared error',
  epochs: 8,
  makeModel: () => convolutionalAutoencoder({ filters: [16, 16] }),
  loadData: async () => asTheirOwnTargets(firstOf(await fashionMnist(), 12_000, 2_000), [28, 28, 1]),
};

const denoiser: WithBound<Training> = {
  ...common,
  id: 'digits-denoiser',
  title: 'Noise of σ = 0.5 taken off digits: mean squared error',
  epochs: 6,
  makeModel: () => convolutionalAutoencoder({ filters: [16, 16], code: null, noise: 0.5 }),
  async loadData(seed) {
    const { train, test } = asTheirOwnTargets(await digits(), [28, 28, 1]);
    return { train, test: { x: withNoise(test.x, 0.5, seed), y: test.y } };
  },
};

const variational: Training = {
  ...common,
  id: 'digits-vae-2',
  title: 'Black and white digits, variational, 2 numbers: bound',
  unit: 'nats',
  // A plane folds around ten kinds of digits in several ways: seeds alone are up to 5 nats apart.
  seeds: [1, 2, 3],
  asked: { nearKeras: 3 },
  epochs: 30,
  makeModel: () => variationalAutoencoder({ hidden: [128, 64], code: 2 }),
  async loadData() {
    const { train, test } = await blackAndWhiteDigits();
    return { train: { x: train.x, y: train.x }, test: { x: test.x, y: test.x } };
  },
};

/** Compression that is learned, by making the input the target. */
export const autoencoders: Lesson = {
  name: 'autoencoders',
  title: 'Autoencoders',
  data: 'handwritten digits; articles of clothing',
  trainings: [...compressions, clothes, denoiser, variational],
  async run(io) {
    const images = asTheirOwnTargets(await digits(), [784]);
    const bounds = errorsOfPca(images, [2, 8, 32]);
    const figures: Figure[] = [];
    for (const training of compressions) {
      const atMost = bounds[training.code] ?? NaN;
      figures.push({ ...(await learnFromSeeds(training, io)), asked: { atMost, than: 'PCA' } });
    }
    figures.push(await compressClothes(io), ...(await takeNoiseOff(io)), ...(await learnDistribution(io)));
    return figures;
  },
};

async function compressClothes(io: LessonIo): Promise<Figure> {
  const figure = await learnFromSeeds(clothes, io);
  const { train, test } = await clothes.loadData(1);
  const flat = (x: NdArray): NdArray => x.reshape([x.shape[0] ?? 0, 784]);
  const columns = { train: { x: flat(train.x), y: train.y }, test: { x: flat(test.x), y: test.y } };
  return { ...figure, asked: { atMost: errorsOfPca(columns, [32])[32] ?? NaN, than: 'PCA' } };
}

async function takeNoiseOff(io: LessonIo): Promise<Figure[]> {
  const learned = [];
  for (const seed of seeds) learned.push(await learn(denoiser, seed, io));
  const gains = learned.map(({ data: { test }, predicted }) => signalGain(test.y, test.x, predicted));
  const { id, title, unit, asked } = denoiser;
  return [
    { id, title, unit, asked, seeds, value: mean(learned.map(({ value }) => value)) },
    {
      id: 'digits-denoiser-gain',
      title: 'Noise taken off digits: gain',
      unit: 'dB',
      asked: { atLeast: 5 },
      seeds,
      value: mean(gains),
    },
  ];
}

async function learnDistribution(io: LessonIo): Promise<Figure[]> {
  const figure = await learnFromSeeds(variational, io);
  const { train, test } = await blackAndWhiteDigits();
  const asked = { atMost: classSurprise(train, test.x), than: 'pixels by class' };
  return [figure, { ...figure, id: 'digits-vae-2-pixels', title: `${figure.title}, below pixels`, asked }];
}

/** @internal What is lost of unseen images by principal components of those that are learned from, by their number. */
export function errorsOfPca({ train, test }: TrainTest, counts: readonly number[]): Record<number, number> {
  const most = pca(train.x, { components: Math.max(...counts) });
  const errorOf = (count: number): number => {
    const found = { ...most, components: most.components.rows(0, count) };
    return meanSquaredError(unproject(project(test.x, found), found), test.x);
  };
  return Object.fromEntries(counts.map((count) => [count, errorOf(count)]));
}

/** @internal Digits as vectors of 0, paper, and 1, ink of at least a half; with their classes. */
export async function blackAndWhiteDigits(): Promise<TrainTest> {
  const { train, test } = await digits();
  const part = ({ x, y }: Examples): Examples => {
    const black = Float32Array.from(x.data as Uint8Array, (ink) => Number(ink > 127));
    return { x: new NdArray(black, [y.size, 784]), y };
  };
  return { train: part(train), test: part(test) };
}

/** Images with pixels from 0 to 1 that are to be given back as they are. */
function asTheirOwnTargets({ train, test }: TrainTest, shape: readonly number[]): TrainTest {
  const part = ({ x }: Examples): Examples => {
    const pixels = scalePixels(x, shape);
    return { x: pixels, y: pixels };
  };
  return { train: part(train), test: part(test) };
}

function withNoise(images: NdArray, stddev: number, seed: number): NdArray {
  const noise = normalArray({ seed, offset: 0 }, images.size);
  const values = (images.data as Float32Array).map((value, i) => value + stddev * (noise[i] ?? 0));
  return new NdArray(values, images.shape);
}

function firstOf({ train, test }: TrainTest, trainCount: number, testCount: number): TrainTest {
  const part = ({ x, y }: Examples, count: number): Examples => ({
    x: x.rows(0, count),
    y: y.rows(0, count),
  });
  return { train: part(train, trainCount), test: part(test, testCount) };
}
