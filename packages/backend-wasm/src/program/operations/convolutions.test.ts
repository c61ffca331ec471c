import { NdArray, type Program, type Signature, type Step } from '@myelin/core';
import { type NamedAttrMap, type Tensor, engine } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { wasm } from '../../wasm.js';

/** A convolution by the names of tfjs-core's kernels. */
interface Case {
  readonly names: readonly [forward: string, byInput: string, byFilter: string];
  readonly x: readonly number[];
  readonly filter: readonly number[];
  readonly y: readonly number[];
  readonly attrs: NamedAttrMap;
}

const images = ['Conv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'] as const;
const volumes = ['Conv3D', 'Conv3DBackpropInputV2', 'Conv3DBackpropFilterV2'] as const;
const depthwise = [
  'DepthwiseConv2dNative',
  'DepthwiseConv2dNativeBackpropInput',
  'DepthwiseConv2dNativeBackpropFilter',
] as const;

const cases: Readonly<Record<string, Case>> = {
  'dilated images': {
    names: images,
    x: [3, 9, 8, 2],
    filter: [3, 2, 2, 5],
    y: [3, 5, 6, 5],
    attrs: { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [2, 2] },
  },
  'images with strides and edges': {
    names: images,
    x: [3, 7, 8, 3],
    filter: [3, 3, 3, 6],
    y: [3, 4, 4, 6],
    attrs: { strides: [2, 2], pad: 'same', dataFormat: 'NHWC', dilations: [1, 1] },
  },
  volumes: {
    names: volumes,
    x: [2, 5, 6, 4, 3],
    filter: [2, 3, 2, 3, 4],
    y: [2, 4, 4, 3, 4],
    attrs: { strides: [1, 1, 1], pad: 'valid', dataFormat: 'NDHWC', dilations: [1, 1, 1] },
  },
  'channels by themselves, dilated': {
    names: depthwise,
    x: [3, 8, 8, 5],
    filter: [3, 3, 5, 2],
    y: [3, 8, 8, 10],
    attrs: { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dilations: [2, 2] },
  },
};

/** Forward, and both gradients for a gradient of the result. */
function stepOf({ names: [forward, byInput, byFilter], x, filter, attrs }: Case): Step {
  const run = (name: string, inputs: Record<string, Tensor>, more: NamedAttrMap = {}): Tensor =>
    engine().runKernel<Tensor>(name, inputs, { ...attrs, ...more });
  return {
    name: 'convolve',
    run: (tensors) => {
      const [images, filters, dy] = tensors as [Tensor, Tensor, Tensor];
      return [
        run(forward, { x: images, filter: filters }),
        run(byInput, { dy, filter: filters }, { inputShape: [...x] }),
        run(byFilter, { x: images, dy }, { filterShape: [...filter] }),
      ];
    },
  };
}

const noise = (shape: readonly number[]): NdArray => {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * i + size)),
    shape,
  );
};

describe('convolutions in programs', () => {
  const runtime = wasm();
  beforeAll(() => runtime.ready());

  it.each(Object.keys(cases))('compute what kernels by themselves do: %s', async (name) => {
    const given = cases[name] as Case;
    const inputs = [given.x, given.filter, given.y].map(noise);
    const signature: Signature = {
      inputs: inputs.map(({ shape }) => ({ shape, dtype: 'float32' })),
    };
    const results = async (jitCompile: boolean): Promise<NdArray[]> => {
      const program = (await runtime.prepare(stepOf(given), signature, jitCompile)) as Program;
      const outputs = await program.run(inputs);
      return outputs.read();
    };
    const [compiled, alone] = [await results(true), await results(false)];
    expect(compiled.map(({ shape }) => shape)).toEqual([given.y, given.x, given.filter]);
    compiled.forEach(({ data }, i) => {
      expect([...(data as Float32Array)]).toEqual([...(alone[i]?.data as Float32Array)]);
    });
  });
});
