import { leakyRelu, linear, relu, sigmoid, softmax, tanh } from '@myelin/activations';
import { type Activation, defineActivation, setSeed } from '@myelin/core';
import { dense, input } from '@myelin/layers';
import { sequential } from '@myelin/models';
import { add, heaviside, multiply, sum, tensor, valueAndGradients } from '@myelin/ops';
import { sgd } from '@myelin/optimizers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type ScalarActivationName, scalarActivations } from '../by-hand/scalar-activations.js';
import { softmaxOf, softmaxSlopes } from '../by-hand/softmax-of.js';
import type { Figure, Lesson } from '../lesson.js';
import { largestDifference } from '../measures/largest-difference.js';
import { readNumbers } from '../measures/read-numbers.js';

// #region step
/** Says 1 from 0 on, and 0 below. Keras has none, and this shows why. */
const binaryStep: Activation = defineActivation('course>binary_step', (x) => heaviside(x, 1));
// #endregion step

const activations: Readonly<Record<ScalarActivationName, (x: Tensor) => Tensor>> = {
  binary_step: binaryStep,
  linear,
  sigmoid,
  tanh,
  relu,
  leaky_relu: leakyRelu,
};

/** Eighths are exact in single precision. */
const places = Array.from({ length: 97 }, (_, i) => (i - 48) / 8);

const logits = [1.66, 0.55, 0.98];
const shares = [0.545, 0.179, 0.276];

/** Seven activation functions, their slopes by formula and by the tape, and why a step cannot be trained. */
export const activationFunctions: Lesson = {
  name: 'activations',
  title: 'Activation functions',
  data: '',
  trainings: [],
  async run(io) {
    const figures: Figure[] = [];
    for (const name of Object.keys(activations) as ScalarActivationName[]) {
      figures.push(await compareWithFormula(name));
    }
    const said = await readNumbers([softmax(tensor(logits))]);
    io.write(`softmax of ${logits.join(', ')}: ${said.map((share) => share.toFixed(4)).join(', ')}\n`);
    return [
      ...figures,
      await compareSoftmax(said),
      {
        id: 'activation-softmax-example',
        title: `softmax of ${logits.join(', ')}: largest difference from ${shares.join(', ')}`,
        value: largestDifference(said, shares),
        unit: '',
        asked: { atMost: 0.0005 },
        seeds: [],
      },
      await hiddenMovement('binary_step', binaryStep, { atMost: 0 }),
      await hiddenMovement('sigmoid', sigmoid, { atLeast: 0.01 }),
    ];
  },
};

// #region slopes
async function compareWithFormula(name: ScalarActivationName): Promise<Figure> {
  const { value, slope } = scalarActivations[name];
  const values = await readNumbers([activations[name](tensor(places))]);
  const slopes = await slopesByTape(activations[name]);
  return exact(name, [...values, ...slopes], [...places.map(value), ...places.map(slope)]);
}

async function slopesByTape(activation: (x: Tensor) => Tensor): Promise<number[]> {
  const x = tensor(places);
  // The tape refuses a value that depends on nothing, which a step does; so something else is added.
  const other = tensor(0);
  const { gradients } = valueAndGradients(() => add(sum(activation(x)), other), [x, other]);
  return readNumbers(gradients.slice(0, 1));
}
// #endregion slopes

async function compareSoftmax(said: readonly number[]): Promise<Figure> {
  const found = [...said];
  const x = tensor(logits);
  for (const i of logits.keys()) {
    const only = tensor(logits.map((_, j) => Number(i === j)));
    const { gradients } = valueAndGradients(() => sum(multiply(softmax(x), only)), [x]);
    found.push(...(await readNumbers(gradients)));
  }
  return exact('softmax', found, [...softmaxOf(logits), ...softmaxSlopes(logits).flat()]);
}

function exact(name: string, found: readonly number[], expected: readonly number[]): Figure {
  return {
    id: `activation-${name}`,
    title: `${name}: largest difference of values and slopes from the formulas`,
    value: largestDifference(found, expected),
    unit: '',
    asked: { atMost: 1e-6 },
    seeds: [],
  };
}

// #region movement
/** How far the weights of a hidden layer move while a network learns XOR. */
async function hiddenMovement(name: string, activation: Activation, asked: Figure['asked']): Promise<Figure> {
  setSeed(1);
  const model = sequential([
    input({ shape: [2] }),
    dense({ units: 4, activation }),
    dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({ optimizer: sgd({ learningRate: 0.5 }), loss: 'binary_crossentropy' });
  const hidden = async (): Promise<number[]> => {
    const [kernel, bias] = await model.getWeights();
    return [...(kernel?.data as Float32Array), ...(bias?.data as Float32Array)];
  };
  const before = await hidden();
  const corners = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  await model.fit(corners, [[0], [1], [1], [0]], { epochs: 50, batchSize: 4, verbose: 0 });
  return {
    id: `activation-${name}-movement`,
    title: `XOR, hidden ${name}, 50 epochs: farthest that a hidden weight moves`,
    value: largestDifference(await hidden(), before),
    unit: '',
    asked,
    seeds: [1],
  };
}
// #endregion movement
