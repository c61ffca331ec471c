import { type NdArray, setSeed } from '@myelin/core';
import { constant } from '@myelin/initializers';
import { activation, dense, input } from '@myelin/layers';
import { functional, sequential } from '@myelin/models';
import { neuronChain } from '@myelin/zoo';
import { type LinearLayer, applyLinear, collapse } from '../by-hand/collapse.js';
import { forward } from '../by-hand/forward.js';
import { workedExample } from '../by-hand/worked-example.js';
import type { Figure, Lesson } from '../lesson.js';
import { largestDifference } from '../measures/largest-difference.js';

/** One neuron, two in a row, and what many are without an activation. */
export const neuron: Lesson = {
  name: 'neuron',
  title: 'The artificial neuron',
  data: '',
  trainings: [],
  async run(io) {
    return [await compareWithLayers(io.write), await compareWithChain(), await compareWithOneMatrix()];
  },
};

const exact = { unit: '', asked: { atMost: 1e-6 }, seeds: [] } as const;

// #region layers
async function compareWithLayers(write: (text: string) => void): Promise<Figure> {
  const { neurons, input: number } = workedExample;
  const byHand = forward(neurons, number).flatMap(({ z, a }) => [z, a]);

  const x = input({ shape: [1] });
  const outputs = [];
  let said = x;
  for (const { weight, bias } of neurons) {
    const z = dense({
      units: 1,
      kernelInitializer: constant({ value: weight }),
      biasInitializer: constant({ value: bias }),
    })(said);
    const a = activation({ activation: 'sigmoid' })(z);
    outputs.push(z, a);
    said = a;
  }
  const model = functional({ inputs: x, outputs });
  const byLayers = (await model.predict<NdArray[]>([[number]], { verbose: 0 })).map(({ data }) =>
    Number(data[0]),
  );

  ['z1', 'a1', 'z2', 'a2'].forEach((name, i) => {
    write(`${name} = ${byHand[i]?.toFixed(6)} by hand, ${byLayers[i]?.toFixed(6)} by layers\n`);
  });
  return {
    ...exact,
    id: 'neuron-worked-example',
    title: 'Two neurons: largest difference between the calculation by hand and Dense layers',
    value: largestDifference(byHand, byLayers),
  };
}
// #endregion layers

async function compareWithChain(): Promise<Figure> {
  const { neurons } = workedExample;
  const inputs = Array.from({ length: 41 }, (_, i) => (i - 20) / 2);
  const predicted = await neuronChain({ neurons }).predict(
    inputs.map((value) => [value]),
    { verbose: 0 },
  );
  return {
    ...exact,
    id: 'neuron-chain',
    title: 'The same for 41 inputs from -10 to 10',
    value: largestDifference(
      inputs.map((value) => forward(neurons, value).at(-1)?.a ?? NaN),
      predicted.data as Float32Array,
    ),
  };
}

// #region collapse
async function compareWithOneMatrix(): Promise<Figure> {
  setSeed(1);
  const deep = sequential([
    input({ shape: [3] }),
    ...Array.from({ length: 5 }, () => dense({ units: 16, biasInitializer: 'random_normal' })),
    dense({ units: 2 }),
  ]);
  const weights = (await deep.getWeights()).map((weight) => weight.toArray());
  const layers = Array.from({ length: weights.length / 2 }, (_, i): LinearLayer => {
    const [kernel, bias] = weights.slice(2 * i, 2 * i + 2);
    return { kernel: kernel as number[][], bias: bias as number[] };
  });
  const one = collapse(layers);

  const examples = Array.from({ length: 100 }, (_, i) => [Math.sin(i), Math.cos(2 * i), Math.sin(3 * i)]);
  const byDeep = await deep.predict(examples, { verbose: 0 });
  return {
    id: 'neuron-linear',
    title: 'Six linear layers: largest difference from one matrix and one bias',
    value: largestDifference(
      byDeep.data as Float32Array,
      examples.flatMap((example) => applyLinear(one, example)),
    ),
    unit: '',
    asked: { atMost: 1e-5 },
    seeds: [1],
  };
}
// #endregion collapse
