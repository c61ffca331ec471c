import { wasm } from '@myelin/backend-wasm';
import { type AnyLayer, NdArray, type SymbolicTensor, clearSession, setSeed, useBackend } from '@myelin/core';
import {
  conv2d,
  globalAveragePooling2d,
  input,
  randomCrop,
  randomFlip,
  randomRotation,
  randomTranslation,
  randomZoom,
} from '@myelin/layers';
import { type Model, functional, loadModel, sequential } from '@myelin/models';
import { tensor } from '@myelin/ops';
import { sgd } from '@myelin/optimizers';
import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { compiled } from './sweep/wasm-runtimes.js';

beforeAll(() => useBackend(compiled(wasm())));
beforeEach(() => {
  clearSession();
  setSeed(1);
});

const images = new NdArray(
  Float32Array.from({ length: 4 * 6 * 7 * 3 }, (_, i) => ((i * 37) % 256) / 255),
  [4, 6, 7, 3],
);
const labels = NdArray.from([[0], [1], [0], [1]]);

const augmentations = (): (AnyLayer | SymbolicTensor)[] => [
  input({ shape: [6, 7, 3] }),
  randomFlip(),
  randomRotation({ factor: 0.1 }),
  randomTranslation({ heightFactor: 0.2, widthFactor: 0.2, fillMode: 'constant' }),
  randomZoom({ heightFactor: 0.3 }),
];

it('programs draw anew in each step, and only where they train', async () => {
  const model = sequential([
    ...augmentations(),
    randomCrop({ height: 5, width: 5 }),
    conv2d({ filters: 1, kernelSize: 3, activation: 'tanh' }),
    globalAveragePooling2d(),
  ]);
  model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'mse', jitCompile: true });
  const { history } = await model.fit(images, labels, { epochs: 4, batchSize: 4, verbose: 0 });
  expect(new Set(history['loss']).size).toBe(4);
  const losses = [await model.evaluate(images, labels), await model.evaluate(images, labels)];
  expect(losses[0]).toEqual(losses[1]);
});

/** What a model that only changes images makes of them where nobody says whether it trains. */
const called = (model: Model): number[] =>
  tidy(() => {
    const output = (model as unknown as (x: Tensor) => Tensor)(tensor(images));
    return [...output.dataSync<'float32'>()];
  });

it('what a model is told goes before what its graph says, as in Keras', async () => {
  const x = input({ shape: [6, 7, 3] });
  const model = functional({ inputs: x, outputs: randomZoom({ heightFactor: 0.3 })(randomFlip()(x)) });
  const loaded = await loadModel(await model.toBytes());
  for (const one of [model, loaded]) {
    expect((await one.predict(images)).toArray()).toEqual(images.toArray());
    expect(called(one)).not.toEqual([...images.data]);
  }
});

it('graphs say that these layers train, as those of Keras do', async () => {
  const x = input({ shape: [6, 7, 3] });
  const model = functional({ inputs: x, outputs: randomFlip({ name: 'flip' })(x) });
  const [, layer] = (model.getConfig() as unknown as { layers: { inbound_nodes: { kwargs: object }[] }[] })
    .layers;
  expect(layer?.inbound_nodes[0]?.kwargs).toEqual({ training: true });
  const loaded = await loadModel(await model.toBytes());
  expect((await loaded.predict(images)).toArray()).toEqual(images.toArray());
});
