import {
  type Examples,
  type TrainTest,
  fashionMnist,
  flowers,
  mnist,
  scalePixels,
  splitDataset,
  toCategorical,
} from '@myelin/datasets';
import { digitCnn, imageCnn, photoCnn } from '@myelin/zoo';
import { learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, Training } from '../lesson.js';

const common = { measure: 'accuracy', unit: '%' } as const;

const small = { ...common, seeds: [1], batchSize: 128 } as const;
const photos = {
  ...common,
  seeds: [1, 2, 3],
  batchSize: 32,
  loadData: async (seed: number): Promise<TrainTest> => splitPhotos(await flowers(), seed),
} as const;

/** Steps of an epoch over 60,000 images. */
const stepsOfEpoch = Math.ceil(60_000 / small.batchSize);

const trainings: readonly Training[] = [
  {
    ...small,
    id: 'mnist-cnn',
    title: 'MNIST, its 10,000 test images: accuracy',
    asked: { atLeast: 0.992 },
    epochs: 8,
    // By two pixels at most.
    makeModel: () => imageCnn({ shift: 0.07, steps: 8 * stepsOfEpoch, name: 'mnist_cnn' }),
    loadData: async () => asPixels(await mnist()),
  },
  {
    ...small,
    id: 'fashion-mnist-cnn',
    title: 'Fashion-MNIST, its 10,000 test images: accuracy',
    asked: { atLeast: 0.91 },
    epochs: 8,
    makeModel: () => imageCnn({ steps: 8 * stepsOfEpoch, name: 'fashion_mnist_cnn' }),
    loadData: async () => asPixels(await fashionMnist()),
  },
  {
    ...photos,
    id: 'flowers-plain',
    title: 'Five kinds of flowers, the network of the text: accuracy on 100 photos',
    asked: { nearKeras: 0.06 },
    epochs: 12,
    makeModel: () => digitCnn({ imageShape: [128, 128, 3], classes: 5 }),
  },
  {
    ...photos,
    id: 'flowers-augmented',
    title: 'Five kinds of flowers, with augmentation: accuracy on 100 photos',
    asked: { atLeast: 0.55 },
    epochs: 40,
    makeModel: () => photoCnn({ steps: 40 * 10 }),
  },
];

/** Images: digits, clothes, flowers. */
export const cnn: Lesson = {
  name: 'cnn',
  title: 'Convolutional networks',
  data: 'MNIST, Fashion-MNIST, photos of flowers',
  trainings,
  async run(io) {
    const figures: Figure[] = [];
    for (const training of trainings) figures.push(await learnFromSeeds(training, io));
    return figures;
  },
};

/** Bytes of grey images become numbers from 0 to 1 with one channel; labels become one-hot rows. */
function asPixels({ train, test }: TrainTest): TrainTest {
  const prepare = ({ x, y }: Examples): Examples => ({
    x: scalePixels(x, [...x.shape.slice(1), 1]),
    y: toCategorical(y, 10),
  });
  return { train: prepare(train), test: prepare(test) };
}

/** Random 300 of the 400 photos to learn from, the others to test on. */
function splitPhotos({ x, y }: Examples, seed: number): TrainTest {
  const [train, test] = splitDataset(
    { x: scalePixels(x), y: toCategorical(y, 5) },
    { leftSize: 300, shuffle: true, seed },
  );
  return { train, test };
}
