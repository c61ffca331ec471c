import { lineThroughOrigin } from '@myelin/zoo';
import { linePoints, slopeAfter } from '../by-hand/slope-descent.js';
import type { Figure, Lesson } from '../lesson.js';

const start = 0;
const steps = 20;

/** What the step size decides, and the learning rate of each. */
const stepSizes = {
  crawls: 0.01,
  converges: 0.1,
  'arrives at once': 0.25,
  oscillates: 0.4,
  'comes no nearer': 0.5,
  diverges: 0.55,
} as const;

/** Steps downhill in one dimension, each of which can be foretold. */
export const gradientDescent: Lesson = {
  name: 'gradient-descent',
  title: 'Gradient descent',
  data: '',
  trainings: [],
  async run(io) {
    const figures: Figure[] = [];
    for (const [what, learningRate] of Object.entries(stepSizes)) {
      const slopes = await descend(learningRate);
      io.write(`step size ${learningRate} ${what}: ${slopes.map((slope) => slope.toFixed(3)).join(' ')}\n`);
      figures.push({
        id: `descent-${learningRate}`,
        title: `Step size ${learningRate}, which ${what}: largest relative difference from the formula in ${steps} steps`,
        value: Math.max(...slopes.map((slope, step) => relativeError(slope, learningRate, step))),
        unit: '',
        asked: { atMost: 1e-5 },
        seeds: [],
      });
    }
    return [...figures, await distanceKept(stepSizes.crawls), await distanceKept(stepSizes.diverges)];
  },
};

// #region descend
/** The slope before the first step and after each. */
async function descend(learningRate: number): Promise<number[]> {
  const model = lineThroughOrigin({ slope: start, learningRate });
  const slopes = [start];
  await model.fit(
    linePoints.x.map((x) => [x]),
    linePoints.x.map((x) => [linePoints.slope * x]),
    {
      epochs: steps,
      batchSize: linePoints.x.length, // all points at once: one step an epoch
      verbose: 0,
      callbacks: [
        {
          async onEpochEnd() {
            const [kernel] = await model.getWeights();
            slopes.push(Number(kernel?.data[0]));
          },
        },
      ],
    },
  );
  return slopes;
}

function relativeError(slope: number, learningRate: number, step: number): number {
  const expected = slopeAfter(linePoints, { start, learningRate, step });
  return Math.abs(slope - expected) / Math.max(1, Math.abs(expected));
}
// #endregion descend

async function distanceKept(learningRate: number): Promise<Figure> {
  const last = (await descend(learningRate)).at(-1) ?? NaN;
  return {
    id: `descent-distance-${learningRate}`,
    title: `Step size ${learningRate}: distance from the goal after ${steps} steps, against that at the start`,
    value: Math.abs(last - linePoints.slope) / Math.abs(start - linePoints.slope),
    unit: '',
    asked: { atLeast: learningRate === stepSizes.diverges ? 38 : 0.44 },
    seeds: [],
  };
}
