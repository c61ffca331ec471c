import '@tensorflow/tfjs-backend-cpu';
import { ArgumentError, StateError, clearSession } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dense } from '../../core/dense.js';
import { einsumDense } from '../../core/einsum-dense.js';
import { embedding } from '../../core/embedding.js';
import { reversibleEmbedding } from '../../core/reversible-embedding.js';
import { dropout } from '../../regularization/dropout.js';
import { absMaxQuantizer } from '../../quantizers/abs-max-quantizer.js';
import { int4QuantizationConfig } from '../../quantizers/int4-quantization-config.js';
import { int8QuantizationConfig } from '../../quantizers/int8-quantization-config.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

const described = (layer: { readonly weights: readonly object[] }): unknown[] =>
  layer.weights.map((weight) => {
    const { path, shape, dtype, trainable } = weight as Record<string, unknown>;
    return [path, shape, dtype, trainable];
  });

describe('quantize', () => {
  it('replaces the kernel by whole numbers and a scale', async () => {
    const layer = dense({ units: 3 });
    layer.build([null, 4]);
    await layer.quantize('int8');
    expect(described(layer)).toEqual([
      ['dense/bias', [3], 'float32', true],
      ['dense/kernel', [4, 3], 'int8', false],
      ['dense/kernel_scale', [3], 'float32', false],
    ]);
    expect(layer.stored.map(({ path }) => path)).toEqual([
      'dense/kernel',
      'dense/bias',
      'dense/kernel_scale',
    ]);
    expect(layer.getConfig()).toMatchObject({
      dtype: { class_name: 'QuantizedDTypePolicy', config: { mode: 'int8', source_name: 'float32' } },
      quantization_config: { class_name: 'Int8QuantizationConfig' },
    });
  });

  it('packs int4, with a scale and a zero for each block', async () => {
    const layer = dense({ units: 3, useBias: false });
    layer.build([null, 5]);
    await layer.quantize(null, { config: int4QuantizationConfig({ blockSize: 2 }) });
    expect(described(layer)).toEqual([
      ['dense/kernel', [5, 2], 'int8', false],
      ['dense/kernel_scale', [3, 3], 'float32', false],
      ['dense/kernel_zero', [3, 3], 'int8', false],
      ['dense/g_idx', [5], 'float32', false],
    ]);
    expect((await layer.getWeights())[3]?.toArray()).toEqual([0, 0, 1, 1, 2]);
    expect(layer.getConfig()).toMatchObject({
      dtype: { class_name: 'Int4DTypePolicy', config: { mode: 'int4/2', source_name: 'float32' } },
    });
  });

  it('makes the same weights for a layer that is to be loaded', () => {
    const layer = reversibleEmbedding({
      inputDim: 4,
      outputDim: 3,
      tieWeights: false,
      dtype: 'int4/2_from_float32',
    });
    layer.build([null]);
    expect(described(layer)).toEqual([
      ['reversible_embedding/embeddings', [4, 2], 'int8', false],
      ['reversible_embedding/embeddings_scale', [4, 2], 'float32', false],
      ['reversible_embedding/embeddings_zero', [4, 2], 'int8', false],
      ['reversible_embedding/g_idx', [3], 'float32', false],
      ['reversible_embedding/reverse_embeddings', [2, 4], 'int8', false],
      ['reversible_embedding/reverse_embeddings_scale', [2, 4], 'float32', false],
      ['reversible_embedding/reverse_embeddings_zero', [2, 4], 'float32', false],
    ]);
    expect(layer.stored.map(({ path }) => path.split('/').at(-1))).toEqual([
      'embeddings',
      'embeddings_scale',
      'embeddings_zero',
      'g_idx',
      'reverse_embeddings',
      'reverse_embeddings_scale',
      'reverse_embeddings_zero',
    ]);
  });

  it('leaves an adapted layer adapted, and files hold the sum', async () => {
    const layer = embedding({ inputDim: 2, outputDim: 2, loraRank: 1 });
    layer.build([null]);
    layer.setWeights([
      [
        [1, 2],
        [0, -4],
      ],
      [[1], [2]],
      [[0.5, 1]],
    ]);
    await layer.quantize('int8', { config: int8QuantizationConfig() });
    const rows = tidy(() => layer(tensor([0, 1])).arraySync() as number[][]);
    rows.flat().forEach((value, i) => {
      expect(value).toBeCloseTo([1.5, 3, 1, -2][i] ?? 0, 1);
    });
    const [values, scale] = await Promise.all(layer.stored.map((one) => one.read()));
    expect(values?.toArray()).toEqual([
      [64, 127],
      [64, -127],
    ]);
    expect(scale?.shape).toEqual([2]);
    layer.stored[0]?.assign(values ?? []);
    expect((await layer.getWeights())[1]?.toArray()).toEqual([[0, 0]]);
  });

  it('adapts a quantized layer', async () => {
    const layer = einsumDense({ equation: 'abc,cde->abde', outputShape: [null, 2, 3] });
    layer.build([null, 4, 5]);
    await layer.quantize('int4');
    layer.enableLora(2);
    expect(layer.trainableWeights.map(({ path, shape }) => [path, shape])).toEqual([
      ['einsum_dense/lora_kernel_a', [5, 2, 2]],
      ['einsum_dense/lora_kernel_b', [2, 3]],
    ]);
  });

  it('knows equations with an ellipsis, which Keras does not quantize', async () => {
    const x = tensor([[[[1, 2], [-3, 4]], [[0.5, 6], [7, -8]]]]); // prettier-ignore
    for (const [short, long, outputShape] of [
      ['...x,xy->...y', 'abcx,xy->abcy', [2, 2, 3]],
      ['ab...,by->ay...', 'abcd,by->aycd', [3, 2, 2]],
    ] as const) {
      for (const mode of ['int8', 'int4'] as const) {
        const layers = [
          einsumDense({ equation: short, outputShape: 3 }),
          einsumDense({ equation: long, outputShape }),
        ];
        for (const layer of layers) {
          layer.build([null, 2, 2, 2]);
          layer.setWeights([[[0.3, -0.7, 0.1], [0.9, 0.2, -0.4]]]); // prettier-ignore
          await layer.quantize(mode);
        }
        tidy(() => {
          const [first, second] = layers.map((layer) => layer(x).arraySync());
          expect(first).toEqual(second);
        });
      }
    }
  });

  it('refuses what makes no sense', async () => {
    const layer = dense({ units: 2, name: 'a' });
    await expect(layer.quantize('int8')).rejects.toThrow('a (Dense): expected a layer with weights');
    layer.build([null, 3]);
    // @ts-expect-error a mode that is not offered
    await expect(layer.quantize('gptq')).rejects.toThrow('expected the mode "int8" or "int4", got "gptq"');
    await expect(layer.quantize(null)).rejects.toThrow(ArgumentError);
    await expect(layer.quantize('int8', { config: int4QuantizationConfig() })).rejects.toThrow(
      'expected a configuration of int8, got one of int4',
    );
    const config = int8QuantizationConfig({ weightQuantizer: absMaxQuantizer({ axis: 1 }) });
    await expect(layer.quantize('int8', { config })).rejects.toThrow(
      'a `weightQuantizer` along axis 0, got 1',
    );
    await layer.quantize('int8');
    await expect(layer.quantize('int4')).rejects.toThrow(StateError);
    expect(() => dropout({ rate: 0.5, dtype: 'int8_from_float32' })).toThrow('expected a `dtype` of floats');
    expect(() => int4QuantizationConfig({ blockSize: 0 })).toThrow(
      '`blockSize` to be a positive whole number',
    );
    expect(() => int4QuantizationConfig({ activationQuantizer: absMaxQuantizer() })).toThrow(
      'no quantizers for blocks',
    );
    expect(() => int4QuantizationConfig({ blockSize: null, weightQuantizer: absMaxQuantizer() })).toThrow(
      'the `valueRange` from -8 to 7',
    );
    expect(() => absMaxQuantizer({ valueRange: [0, 200] })).toThrow(
      '`valueRange` to lie within -128 and 127',
    );
  });
});
