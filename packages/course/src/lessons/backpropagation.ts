import { type Model, gradients } from '@myelin/models';
import { add, multiply, sigmoid, square, subtract, sum, tensor, valueAndGradients } from '@myelin/ops';
import { sgd } from '@myelin/optimizers';
import { neuronChain } from '@myelin/zoo';
import type { Tensor } from '@tensorflow/tfjs-core';
import { backward, descend } from '../by-hand/backward.js';
import type { Neuron } from '../by-hand/forward.js';
import { workedExample } from '../by-hand/worked-example.js';
import type { Figure, Lesson } from '../lesson.js';
import { largestDifference } from '../measures/largest-difference.js';
import { readNumbers } from '../measures/read-numbers.js';

const { neurons, input, target, learningRate } = workedExample;
const epochs = 200;

/** The chain rule by hand, by the tape, and in a compiled step. */
export const backpropagation: Lesson = {
  name: 'backpropagation',
  title: 'Backpropagation',
  data: '',
  trainings: [],
  async run(io) {
    const { error, slopes } = backward(neurons, input, target);
    const byHand = slopes.flatMap(({ weight, bias }) => [weight, bias]);
    ['dE/dw1', 'dE/db1', 'dE/dw2', 'dE/db2'].forEach((name, i) => {
      io.write(`${name} = ${byHand[i]?.toPrecision(6)}\n`);
    });
    return [
      compare('ops', 'error and slopes, formula and tape', [error, ...byHand], await byTape()),
      compare('model', 'error and slopes, model and tape', [error, ...byHand], await byModel()),
      compare('step', 'weights after one compiled step', chainAfter(1), await train(1)),
      compare('epochs', `weights after ${epochs} epochs`, chainAfter(epochs), await train(epochs), 1e-5),
      {
        id: 'backprop-ratio',
        title: 'How many times the slope of the second weight is that of the first',
        value: (slopes[1]?.weight ?? NaN) / (slopes[0]?.weight ?? NaN),
        unit: '',
        asked: { atLeast: 55 },
        seeds: [],
      },
    ];
  },
};

function compare(
  id: string,
  what: string,
  byHand: readonly number[],
  found: readonly number[],
  atMost = 1e-6,
): Figure {
  return {
    id: `backprop-${id}`,
    title: `Largest difference from the calculation by hand: ${what}`,
    value: largestDifference(byHand, found),
    unit: '',
    asked: { atMost },
    seeds: [],
  };
}

// #region tape
/** The error and its slopes, where the formula is written out and the tape goes back through it. */
async function byTape(): Promise<number[]> {
  const numbers = neurons.flatMap(({ weight, bias }) => [tensor(weight), tensor(bias)]);
  const [w1, b1, w2, b2] = numbers as [Tensor, Tensor, Tensor, Tensor];
  const { value, gradients: slopes } = valueAndGradients(() => {
    const a1 = sigmoid(add(multiply(w1, input), b1));
    const a2 = sigmoid(add(multiply(w2, a1), b2));
    return multiply(square(subtract(target, a2)), 0.5);
  }, numbers);
  return readNumbers([value, ...slopes]);
}
// #endregion tape

// #region model
/** The same for the weights of a model, in the order in which it has them. */
async function byModel(): Promise<number[]> {
  const chain = neuronChain({ neurons });
  const { value, gradients: slopes } = gradients(() => {
    const output = chain(tensor([[input]])) as Tensor;
    return sum(multiply(square(subtract(target, output)), 0.5));
  }, chain.trainableWeights);
  return readNumbers([value, ...slopes]);
}
// #endregion model

// #region step
/** The weights after compiled training steps, one an epoch. */
async function train(steps: number): Promise<number[]> {
  const chain = neuronChain({ neurons });
  chain.compile({
    optimizer: sgd({ learningRate }),
    loss: 'mean_squared_error',
    lossWeights: 0.5,
    jitCompile: true, // as a program, or not at all
  });
  await chain.fit([[input]], [[target]], { epochs: steps, verbose: 0 });
  return weightsOf(chain);
}

function chainAfter(steps: number): number[] {
  let chain: readonly Neuron[] = neurons;
  for (let step = 0; step < steps; step++) {
    chain = descend(chain, backward(chain, input, target).slopes, learningRate);
  }
  return chain.flatMap(({ weight, bias }) => [weight, bias]);
}
// #endregion step

async function weightsOf(model: Model): Promise<number[]> {
  return (await model.getWeights()).map(({ data }) => Number(data[0]));
}
