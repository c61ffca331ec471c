import '@tensorflow/tfjs-backend-cpu';
import { type AnyLayer, NdArray, clearSession, useBackend } from '@myelin/core';
import { deserializeKerasObject, loadModel } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expectClose, loadLegacyFile } from '@myelin/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { bare } from './bare.js';

const files = [
  'attention-keras2.h5',
  'attention-keras2.keras',
  'dense-keras2.h5',
  'dense-keras2.keras',
  'dense-keras3.h5',
  'images-keras2.h5',
  'images-keras2.keras',
  'images-keras3.h5',
  'operators-keras2.h5',
  'recurrent-keras2.h5',
  'recurrent-keras2.keras',
  'shared-keras2.h5',
  'shared-keras2.keras',
  'shared-keras3.h5',
];

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

describe.each(files)('%s', (file) => {
  it('opens and predicts the same, also after it was saved as .keras', async () => {
    const { bytes, inputs, outputs } = await loadLegacyFile(file);
    const model = await loadModel(bytes);
    const again = await loadModel(await model.toBytes());
    for (const one of [model, again]) {
      const predictions = [await one.predict<NdArray | readonly NdArray[]>(bare(inputs) as NdArray)].flat();
      expect(predictions).toHaveLength(outputs.length);
      predictions.forEach((prediction, i) => {
        expectClose(prediction, outputs[i] as NdArray, { what: `output ${i}` });
      });
    }
  });
});

describe('configurations of Keras 2', () => {
  it.each([
    ['LSTM', { units: 2, time_major: false, implementation: 2 }],
    [
      'DepthwiseConv2D',
      { kernel_size: [2, 2], groups: 1, kernel_initializer: { class_name: 'GlorotUniform' } },
    ],
    ['Conv2DTranspose', { filters: 1, kernel_size: [2, 2], groups: 1 }],
    ['BatchNormalization', { axis: [3], fused: true }],
    ['Embedding', { input_dim: 3, output_dim: 2, input_length: 4 }],
    ['Dense', { units: 2, dtype: { class_name: 'Policy', config: { name: 'float32' } } }],
  ])('%s opens with keys that say nothing', async (className, config) => {
    const wire = { class_name: className, config };
    expect((await deserializeKerasObject<AnyLayer>(wire)).className).toBe(className);
  });

  it('keeps what another name had: LeakyReLU and ThresholdedReLU', async () => {
    const leaky = await deserializeKerasObject<AnyLayer>({
      class_name: 'LeakyReLU',
      config: { alpha: 0.25 },
    });
    expect(leaky.getConfig()).toMatchObject({ negative_slope: 0.25 });
    const thresholded = await deserializeKerasObject<AnyLayer>({
      class_name: 'ThresholdedReLU',
      config: { theta: 0.5 },
    });
    expect([thresholded.className, thresholded.getConfig()['threshold']]).toEqual(['ReLU', 0.5]);
  });

  it('refuses a key whose meaning would be lost', async () => {
    const wire = { class_name: 'LSTM', config: { units: 2, time_major: true } };
    await expect(deserializeKerasObject(wire)).rejects.toThrow('time_major');
  });

  it('names a function between layers that it does not know', async () => {
    const node = {
      class_name: 'TFOpLambda',
      name: 'tf.bessel',
      config: { name: 'tf.bessel', function: 'math.bessel_i0' },
      inbound_nodes: [['x', 0, 0, {}]],
    };
    const first = {
      class_name: 'InputLayer',
      name: 'x',
      config: { batch_input_shape: [null, 2] },
      inbound_nodes: [],
    };
    const config = {
      name: 'net',
      layers: [first, node],
      input_layers: [['x', 0, 0]],
      output_layers: [['tf.bessel', 0, 0]],
    };
    const wire = { class_name: 'Functional', config };
    await expect(deserializeKerasObject(wire)).rejects.toThrow(/tf\.bessel.*math\.bessel_i0/s);
  });

  it('makes an input of the shape that the first layer of a list knows', async () => {
    const layers = [{ class_name: 'Dense', config: { units: 2, batch_input_shape: [null, 3] } }];
    const model = await deserializeKerasObject<{ inputShape: unknown; built: boolean }>({
      class_name: 'Sequential',
      config: layers,
    });
    expect([model.inputShape, model.built]).toEqual([[null, 3], true]);
  });
});
