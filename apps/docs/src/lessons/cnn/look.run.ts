import { type AnyLayer, NdArray, type SymbolicTensor } from '@myelin/core';
import { digits } from '@myelin/datasets';
import { type Model, functional } from '@myelin/models';
import { pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { asImages } from '../../live/load-digits.js';
import type { DigitPixels } from '../../live/messages.js';
import type { LayerLook, LookRequest, LookResult } from './messages.js';

const titles: Readonly<Record<string, string>> = {
  Conv2D: 'convolution, relu',
  MaxPooling2D: 'max pooling',
};

/** The layers that are shown, and a model that gives all of these beside the probabilities. */
async function openNetwork(): Promise<{ layers: readonly AnyLayer[]; all: Model }> {
  const { model } = await pretrained('mnist-cnn');
  const layers = model.layers.filter(({ className }) => Object.hasOwn(titles, className));
  const outputs = [...layers, ...model.layers.slice(-1)].map(
    (layer) => nodeOf(layer).outputs[0] as SymbolicTensor,
  );
  const inputs = nodeOf(model.layers[0] as AnyLayer).inputs[0] as SymbolicTensor;
  return { layers, all: functional({ inputs, outputs }) };
}

function nodeOf(layer: AnyLayer): AnyLayer['inboundNodes'][number] {
  const node = layer.inboundNodes.at(-1);
  if (node === undefined) throw new Error(`${layer.name} has not been called.`);
  return node;
}

let network: ReturnType<typeof openNetwork> | undefined;
let next = 0;

async function nextDigit(): Promise<{ pixels: DigitPixels; label: number }> {
  const { test } = await digits();
  const index = next++ % test.y.size;
  return {
    pixels: Uint8Array.from(test.x.rows(index, index + 1).data as Uint8Array),
    label: Number(test.y.at(index)),
  };
}

export const run: RunFunction<LookRequest, never, LookResult> = async ({ pixels: drawn }) => {
  const { layers, all } = await (network ??= openNetwork());
  const { pixels, label } = drawn === null ? await nextDigit() : { pixels: drawn, label: null };
  const said = (await all.predict(asImages(new NdArray(pixels)), { verbose: 0 })) as unknown as NdArray[];
  return {
    pixels,
    label,
    probabilities: Array.from(said.at(-1)?.data ?? [], Number),
    layers: await Promise.all(layers.map((layer, i) => lookAt(layer, said[i] as NdArray, i))),
  };
};

async function lookAt(layer: AnyLayer, maps: NdArray, index: number): Promise<LayerLook> {
  const kernel = layer.className === 'Conv2D' ? (await layer.getWeights())[0] : undefined;
  return {
    title: `${index + 1}. ${titles[layer.className]}`,
    shape: maps.shape.slice(1),
    maps: Float32Array.from(maps.data, Number),
    kernel:
      kernel === undefined ? null : { shape: kernel.shape, weights: Float32Array.from(kernel.data, Number) },
  };
}
