import '@tensorflow/tfjs-backend-cpu';
import {
  type NdArray,
  type SymbolicTensor,
  type WireRecord,
  clearSession,
  flatten,
  useBackend,
} from '@myelin/core';
import { decodeKeras } from '@myelin/formats';
import * as l from '@myelin/layers';
import { type Model, functional, loadModel, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expectClose, loadKerasFile } from '@myelin/testing';
import { beforeEach, expect, it } from 'vitest';

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

/** The model `masks` of tools/goldens/files.py. */
function masksModel(): Model {
  const words = l.input({ shape: [4], dtype: 'int32', name: 'words' });
  const values = l.input({ shape: [4, 3], name: 'values' });
  const a = l.embedding({ inputDim: 8, outputDim: 3, maskZero: true, embeddingsRegularizer: 'l2' })(words);
  const b = l.masking({ maskValue: -1 })(values);
  const sum = l.concatenate()([l.add()([a, b]), values]);
  const both = l.batchNormalization({ momentum: 0.9 })(l.dense({ units: 4, useBias: false })(sum));
  const inner = sequential([l.relu({ maxValue: 6 }), l.dense({ units: 3 })], { name: 'inner' });
  const joined = l.concatenate({ axis: 1 })([inner(both) as SymbolicTensor, a]);
  const pooled = l.globalAveragePooling1d()(joined);
  return functional({ inputs: [words, values], outputs: l.dense({ units: 1 })(pooled), name: 'masks' });
}

/** Name, class and calls of each operation, with the options of those that are no layers. */
function graphOf({ layers }: WireRecord): unknown[] {
  return (layers as WireRecord[]).map(({ name, module, class_name, inbound_nodes, config }) => {
    const isLayer = typeof module === 'string' && !module.startsWith('keras.src.ops');
    return {
      name,
      module,
      class_name,
      inbound_nodes,
      config: isLayer ? null : ownOptions(config as WireRecord),
    };
  });
}

/** Keras writes a policy of types for every operation, and reads none. */
function ownOptions({ dtype = null, ...rest }: WireRecord): WireRecord {
  return typeof dtype === 'string' ? { ...rest, dtype } : rest;
}

it('a graph with masks is that of Keras, mask by mask', async () => {
  const { bytes } = await loadKerasFile('masks');
  const { config } = decodeKeras(bytes, 'masks');
  const keras = config['config'] as WireRecord;
  const ours = masksModel().getConfig();
  expect(graphOf(ours)).toEqual(graphOf(keras));
  expect(ours['input_layers']).toEqual(keras['input_layers']);
  expect(ours['output_layers']).toEqual(keras['output_layers']);
});

it('masks that a file holds and masks that layers find are the same', async () => {
  const { bytes, record } = await loadKerasFile('masks');
  const model = masksModel();
  model.setWeights(await (await loadModel(bytes)).getWeights());
  expectClose(await model.predict(record.inputs), flatten(record.predictions)[0] as NdArray);
});
