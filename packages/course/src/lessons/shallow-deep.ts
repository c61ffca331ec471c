import {
  type Examples,
  type TrainTest,
  digits,
  fashionMnist,
  scalePixels,
  splitDataset,
} from '@myelin/datasets';
import { budgetMlp } from '@myelin/zoo';
import type { Lesson, Training } from '../lesson.js';
import { trainingLesson } from '../training-lesson.js';

interface Images {
  readonly id: string;
  readonly title: string;
  /** How many are learned from. */
  readonly amounts: readonly number[];
  /** Of all images. With fewer there are as many more epochs, so that every training sees as many batches. */
  readonly epochs: number;
  readonly seeds: readonly number[];
  readonly load: () => Promise<TrainTest>;
}

const networks = [
  { id: 'shallow', title: 'one hidden layer', depth: 1 },
  { id: 'deep', title: 'four hidden layers', depth: 4 },
] as const;

const trainings: readonly Training[] = [
  ...trainingsOf({
    id: 'digits',
    title: 'Digits',
    amounts: [300, 1500, 9000],
    epochs: 5,
    seeds: [1, 2, 3],
    load: digits,
  }),
  ...trainingsOf({
    id: 'fashion',
    title: 'Clothing',
    amounts: [2400, 12_000, 60_000],
    epochs: 3,
    seeds: [1, 2, 3, 4, 5],
    load: () => fashionMnist(),
  }),
];

function trainingsOf({ id, title, amounts, epochs, seeds, load }: Images): Training[] {
  const most = Math.max(...amounts);
  return amounts.flatMap((amount) =>
    networks.map((network) => ({
      id: `${id}-${network.id}-${amount}`,
      title: `${title}, ${network.title}, ${amount.toLocaleString('en')} images: accuracy`,
      seeds,
      epochs: (epochs * most) / amount,
      batchSize: 100,
      measure: 'accuracy',
      unit: '%',
      asked: { nearKeras: 0.01 },
      makeModel: () => budgetMlp({ depth: network.depth }),
      loadData: async (seed) => takeImages(await load(), amount, seed),
    })),
  );
}

function takeImages({ train, test }: TrainTest, amount: number, seed: number): TrainTest {
  const { x, y } = train;
  const isPart = amount < (x.shape[0] ?? 0);
  const [chosen] = isPart ? splitDataset({ x, y }, { leftSize: amount, shuffle: true, seed }) : [train];
  const flat = ({ x, y }: Examples): Examples => ({ x: scalePixels(x, [784]), y });
  return { train: flat(chosen), test: flat(test) };
}

/** One hidden layer against four, with as many parameters: by the amount of data. */
export const shallowDeep: Lesson = trainingLesson({
  name: 'shallow-deep',
  title: 'Shallow against deep',
  data: 'digits, Fashion-MNIST (30.9 MB)',
  trainings,
});
