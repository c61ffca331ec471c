import { type NdArray, setSeed } from '@myelin/core';
import { accuracy, inOneLine, r2 } from '@myelin/course';
import { type Callback, type History, type Model, progbarLogger } from '@myelin/models';
import type { Lesson, LessonData } from './course.js';

/** What came out of a lesson. */
export interface Learned {
  readonly lesson: Lesson;
  readonly model: Model;
  readonly history: History;
  readonly data: LessonData;
  readonly predicted: NdArray;
  /** R² or accuracy on the test data. */
  readonly figure: number;
  readonly seconds: number;
  readonly stepsPerSecond: number;
}

const batchSize = 32;

/** Trains the model of a lesson from its seed on, and measures it on the test data. */
export async function learn(lesson: Lesson, seed: number, write: (text: string) => void): Promise<Learned> {
  setSeed(seed);
  const data = await lesson.loadData();
  const model = lesson.makeModel();
  const regression = lesson.task === 'regression';
  model.compile({
    optimizer: 'adam',
    loss: regression ? 'mean_squared_error' : 'categorical_crossentropy',
    metrics: regression ? ['r2_score'] : ['accuracy'],
  });
  const steps = stepCounter();
  const started = performance.now();
  const history = await model.fit(data.learn.x, data.learn.y, {
    epochs: lesson.epochs,
    batchSize,
    verbose: 0,
    callbacks: [progbarLogger({ write: inOneLine(write) }), steps],
    ...data.validation,
  });
  const seconds = (performance.now() - started) / 1000;
  write('\n');
  const predicted = await model.predict(data.test.x, { verbose: 0 });
  const figure = regression ? r2(data.test.y, predicted) : accuracy(data.test.y, predicted);
  return {
    lesson,
    model,
    history,
    data,
    predicted,
    figure,
    seconds,
    stepsPerSecond: steps.count() / seconds,
  };
}

function stepCounter(): Callback & { count(): number } {
  let count = 0;
  return {
    onEpochEnd(_, __, { steps }) {
      count += steps ?? 0;
    },
    count: () => count,
  };
}
