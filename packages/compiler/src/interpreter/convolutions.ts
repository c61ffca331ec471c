import { type Conv3DAttrs, backend_util } from '@tensorflow/tfjs-core';
import { at, makeBuffer, unravel } from './buffer.js';
import { type Attrs, type Kernel, attr, operand, resultShape } from './kernel.js';
import { addTo } from './matrix.js';

type Shape = readonly number[];

/** A convolution along any number of axes. */
interface Geometry {
  readonly batch: number;
  readonly inSizes: Shape;
  readonly outSizes: Shape;
  readonly window: Shape;
  readonly strides: Shape;
  readonly dilations: Shape;
  /** How far the first window reaches beyond the input. */
  readonly before: Shape;
  readonly channels: number;
  /** Of all channels, or of each of them. */
  readonly filters: number;
  readonly ofEachChannel: boolean;
}

/** Gradients come without dilations. */
type VolumeAttrs = Pick<Conv3DAttrs, 'strides' | 'pad'> & Partial<Pick<Conv3DAttrs, 'dilations'>>;

type GeometryOf = (attrs: Attrs, input: Shape, filter: Shape) => Geometry;

const ofImages =
  (depthwise: boolean): GeometryOf =>
  (attrs, input, filter) => {
    const info = backend_util.computeConv2DInfo(
      input as [number, number, number, number],
      filter as [number, number, number, number],
      attr(attrs, 'strides'),
      attr<number | undefined>(attrs, 'dilations') ?? 1,
      attr<'valid' | 'same' | number>(attrs, 'pad'),
      attr(attrs, 'dimRoundingMode'),
      depthwise,
    );
    return {
      ...shapesOf(input, filter, info.outShape),
      strides: [info.strideHeight, info.strideWidth],
      dilations: [info.dilationHeight, info.dilationWidth],
      before: [info.padInfo.top, info.padInfo.left],
      ofEachChannel: depthwise,
    };
  };

const ofVolumes: GeometryOf = (attrs, input, filter) => {
  const { strides, pad, dilations = 1 } = attrs as unknown as VolumeAttrs;
  const info = backend_util.computeConv3DInfo(
    input as [number, number, number, number, number],
    filter as [number, number, number, number, number],
    strides,
    dilations,
    pad,
  );
  return {
    ...shapesOf(input, filter, info.outShape),
    strides: [info.strideDepth, info.strideHeight, info.strideWidth],
    dilations: [info.dilationDepth, info.dilationHeight, info.dilationWidth],
    before: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
    ofEachChannel: false,
  };
};

function shapesOf(
  input: Shape,
  filter: Shape,
  output: Shape,
): Pick<Geometry, 'batch' | 'inSizes' | 'outSizes' | 'window' | 'channels' | 'filters'> {
  const [channels = 0, filters = 0] = filter.slice(-2);
  const [batch = 0] = input;
  const [inSizes, outSizes, window] = [input.slice(1, -1), output.slice(1, -1), filter.slice(0, -2)];
  return { batch, inSizes, outSizes, window, channels, filters };
}

const count = (sizes: Shape): number => sizes.reduce((product, size) => product * size, 1);

/** Visits every product of a convolution: places in the input, the filter and the output. */
function eachProduct(g: Geometry, visit: (input: number, filter: number, output: number) => void): void {
  const outChannels = g.ofEachChannel ? g.channels * g.filters : g.filters;
  const [inCount, outCount, windowCount] = [count(g.inSizes), count(g.outSizes), count(g.window)];
  for (let place = 0; place < outCount; place++)
    for (let element = 0; element < windowCount; element++) {
      const seen = seenFrom(g, place, element);
      if (seen === null) continue;
      for (let b = 0; b < g.batch; b++)
        for (let c = 0; c < g.channels; c++)
          for (let f = 0; f < g.filters; f++)
            visit(
              (b * inCount + seen) * g.channels + c,
              (element * g.channels + c) * g.filters + f,
              (b * outCount + place) * outChannels + (g.ofEachChannel ? c * g.filters + f : f),
            );
    }
}

/** The place that an element of the window looks at; null where it lies outside of the input. */
function seenFrom(
  { inSizes, strides, dilations, before, ...g }: Geometry,
  place: number,
  element: number,
): number | null {
  const output = unravel(place, g.outSizes);
  const offset = unravel(element, g.window);
  let seen = 0;
  for (const [axis, size] of inSizes.entries()) {
    const start = (output[axis] ?? 0) * (strides[axis] ?? 1) - (before[axis] ?? 0);
    const index = start + (offset[axis] ?? 0) * (dilations[axis] ?? 1);
    if (index < 0 || index >= size) return null;
    seen = seen * size + index;
  }
  return seen;
}

const forward =
  (geometryOf: GeometryOf): Kernel =>
  (inputs, attrs, outputs) => {
    const [x, filter] = [operand(inputs, 'x'), operand(inputs, 'filter')];
    const y = makeBuffer(resultShape(outputs));
    eachProduct(geometryOf(attrs, x.shape, filter.shape), (i, f, o) => {
      addTo(y, o, at(x, i) * at(filter, f));
    });
    return [y];
  };

const byInput =
  (geometryOf: GeometryOf): Kernel =>
  (inputs, attrs, outputs) => {
    const [dy, filter] = [operand(inputs, 'dy'), operand(inputs, 'filter')];
    const dx = makeBuffer(resultShape(outputs));
    eachProduct(geometryOf(attrs, dx.shape, filter.shape), (i, f, o) => {
      addTo(dx, i, at(dy, o) * at(filter, f));
    });
    return [dx];
  };

const byFilter =
  (geometryOf: GeometryOf): Kernel =>
  (inputs, attrs, outputs) => {
    const [x, dy] = [operand(inputs, 'x'), operand(inputs, 'dy')];
    const dw = makeBuffer(resultShape(outputs));
    eachProduct(geometryOf(attrs, x.shape, dw.shape), (i, f, o) => {
      addTo(dw, f, at(x, i) * at(dy, o));
    });
    return [dw];
  };

/** Convolutions of images and volumes, of each channel by itself, and their gradients. */
export const convolutions: Readonly<Record<string, Kernel>> = {
  Conv2D: forward(ofImages(false)),
  Conv2DBackpropInput: byInput(ofImages(false)),
  Conv2DBackpropFilter: byFilter(ofImages(false)),
  Conv3D: forward(ofVolumes),
  Conv3DBackpropInputV2: byInput(ofVolumes),
  Conv3DBackpropFilterV2: byFilter(ofVolumes),
  DepthwiseConv2dNative: forward(ofImages(true)),
  DepthwiseConv2dNativeBackpropInput: byInput(ofImages(true)),
  DepthwiseConv2dNativeBackpropFilter: byFilter(ofImages(true)),
};
