import { datasets } from 'myelin';
import { formatSize } from '../files/format-size.js';
import { type Lesson, course, digitData } from '../start/course.js';
import { learn } from '../start/learn.js';

/** Accuracy of one network on MNIST's own test images, after each epoch. */
export interface DigitFigures {
  /** Name and title of the lesson. */
  readonly name: string;
  readonly title: string;
  readonly seed: number;
  readonly testAccuracy: readonly number[];
}

const seed = 1;
const epochs = 10;

/** Trains the digit networks of the course on all of MNIST. */
export async function measureDigits(write: (text: string) => void): Promise<DigitFigures[]> {
  const mnist = await datasets.mnist({
    onProgress: ({ file, loadedBytes }) => {
      write(`\r\u001b[K${file} ${formatSize(loadedBytes)}`);
    },
  });
  const all: DigitFigures[] = [];
  for (const lesson of course.filter(({ task }) => task === 'classification')) {
    const shape = (lesson.makeModel().inputShape as readonly number[]).slice(1);
    const onMnist: Lesson = {
      ...lesson,
      epochs,
      loadData: () => Promise.resolve(digitData(mnist, shape)),
    };
    write(`\n${lesson.title}, MNIST, seed ${seed}\n`);
    const { history } = await learn(onMnist, seed, write);
    const testAccuracy = history.history['val_accuracy'] ?? [];
    all.push({ name: lesson.name, title: lesson.title, seed, testAccuracy });
  }
  return all;
}
