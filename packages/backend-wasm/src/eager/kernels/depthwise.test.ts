import { backend_util } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectEqualsCpu, noise, prepareBoth, runKernel } from '../testing/run-kernel.js';

type Shape = [number, number, number, number];

const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const pair = (max: number): fc.Arbitrary<[number, number]> => fc.tuple(size(max), size(max));

const geometry = {
  inputShape: fc.tuple(size(2), size(9), size(9), size(9)),
  filter: pair(3),
  multiplier: size(3),
  pad: fc.constantFrom('same' as const, 'valid' as const),
};

function shapes(
  inputShape: Shape,
  filter: [number, number],
  multiplier: number,
  {
    strides,
    dilations,
    pad,
  }: { strides: [number, number]; dilations: [number, number]; pad: 'same' | 'valid' },
) {
  const filterShape: Shape = [...filter, inputShape[3], multiplier];
  const info = backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    dilations,
    pad,
    undefined,
    true,
  );
  fc.pre(info.outHeight > 0 && info.outWidth > 0);
  return { filterShape, outShape: info.outShape };
}

test('a depthwise convolution and its gradients equal those of the cpu backend', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ ...geometry, strides: pair(4) }),
      async ({ inputShape, filter, multiplier, strides, pad }) => {
        const attrs = { strides, pad, dilations: [1, 1] as [number, number] };
        const { filterShape, outShape } = shapes(inputShape, filter, multiplier, attrs);
        const [x, dy, weights] = [noise(inputShape), noise(outShape, 3), noise(filterShape, 2)];
        await expectEqualsCpu('DepthwiseConv2dNative', { x, filter: weights }, attrs);
        await expectEqualsCpu('DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape });
        await expectEqualsCpu(
          'DepthwiseConv2dNativeBackpropInput',
          { dy, filter: weights },
          { ...attrs, inputShape },
        );
      },
    ),
    { numRuns: 40 },
  );
});

// The cpu backend's gradients forget the dilation, but a convolution is linear in its filter and in its input, so its
// product with dy is the gradient's product with what the gradient is taken of.
test('the gradients of a dilated depthwise convolution fit the convolution', async () => {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
    Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
  const backends = await prepareBoth();
  await fc.assert(
    fc.asyncProperty(
      fc.record({ ...geometry, dilations: pair(3) }),
      async ({ inputShape, filter, multiplier, dilations, pad }) => {
        const attrs = { strides: [1, 1] as [number, number], pad, dilations };
        const { filterShape, outShape } = shapes(inputShape, filter, multiplier, attrs);
        const [x, dy, weights] = [noise(inputShape), noise(outShape, 3), noise(filterShape, 2)];
        const y = await runKernel('cpu', 'DepthwiseConv2dNative', { x, filter: weights }, attrs);
        const expected = dot(y.values, dy.values);
        await expectEqualsCpu('DepthwiseConv2dNative', { x, filter: weights }, attrs);
        for (const backend of backends) {
          const dFilter = await runKernel(
            backend,
            'DepthwiseConv2dNativeBackpropFilter',
            { x, dy },
            { ...attrs, filterShape },
          );
          const dx = await runKernel(
            backend,
            'DepthwiseConv2dNativeBackpropInput',
            { dy, filter: weights },
            { ...attrs, inputShape },
          );
          expect(dot(dFilter.values, weights.values)).toBeCloseTo(expected, 3);
          expect(dot(dx.values, x.values)).toBeCloseTo(expected, 3);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a stride beyond the image', async () => {
  for (const pad of ['same', 'valid'] as const) {
    const attrs = { strides: [5, 7], pad, dilations: 1, dataFormat: 'NHWC' };
    const inputs = { x: noise([2, 3, 4, 5]), filter: noise([2, 3, 5, 2], 2) };
    await expectEqualsCpu('DepthwiseConv2dNative', inputs, attrs);
    const fused = { ...attrs, activation: 'relu', dimRoundingMode: undefined };
    await expectEqualsCpu('FusedDepthwiseConv2D', { ...inputs, bias: noise([10], 3) }, fused);
  }
});
