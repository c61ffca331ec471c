import {
  Dilation2D,
  type Dilation2DAttrs,
  Dilation2DBackpropFilter,
  Dilation2DBackpropInput,
  type TensorInfo,
  type TypedArray,
  backend_util,
  util,
} from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

// Grey dilation, `y = max (x + filter)` over each window. The stock kernels pass over sums below 0.

interface Operands {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
}

/** What a window found: its largest sum, the first of several, and where its parts are in x and in the filter. */
interface Found {
  readonly sum: number;
  readonly inX: number;
  readonly inFilter: number;
}

export const dilation2d: EagerKernel = eagerKernel<Operands, Dilation2DAttrs>(
  Dilation2D,
  (operands, attrs, context) => {
    const info = infoOf(operands, attrs);
    const y = context.output(info.outShape, operands.x.dtype);
    const results = context.values(y);
    forEachWindow(operands, info, context, (place, { sum }) => {
      results[place] = sum;
    });
    return y;
  },
);

export const dilation2dBackpropInput: EagerKernel = gradient(Dilation2DBackpropInput, 'x', ({ inX }) => inX);
export const dilation2dBackpropFilter: EagerKernel = gradient(Dilation2DBackpropFilter, 'filter', ({ inFilter }) => inFilter); // prettier-ignore

function gradient(kernelName: string, of: keyof Operands, placeOf: (found: Found) => number): EagerKernel {
  return eagerKernel<Operands & { dy: TensorInfo }, Dilation2DAttrs>(
    kernelName,
    (operands, attrs, context) => {
      const dx = context.zeros(operands[of].shape, operands[of].dtype);
      const [results, upper] = [context.values(dx), context.values(operands.dy)];
      forEachWindow(operands, infoOf(operands, attrs), context, (place, found) => {
        results[placeOf(found)] = (results[placeOf(found)] ?? NaN) + (upper[place] ?? NaN);
      });
      return dx;
    },
  );
}

function infoOf(
  { x, filter }: Operands,
  { strides, pad, dilations }: Dilation2DAttrs,
): backend_util.Conv2DInfo {
  return backend_util.computeDilation2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number],
    strides,
    pad,
    'NHWC',
    dilations,
  );
}

/** Visits each place of the result with what its window found; nothing where it lies outside of the image. */
function forEachWindow(
  { x, filter }: Operands,
  info: backend_util.Conv2DInfo,
  context: EagerContext,
  visit: (place: number, found: Found) => void,
): void {
  const [image, weights] = [context.values(x), context.values(filter)];
  for (let place = 0; place < util.sizeFromShape(info.outShape); place++) {
    const found = largestSum(place, info, image, weights);
    if (found !== undefined) visit(place, found);
  }
}

function largestSum(
  place: number,
  info: backend_util.Conv2DInfo,
  image: TypedArray,
  weights: TypedArray,
): Found | undefined {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  const channel = place % inChannels;
  const column = Math.floor(place / inChannels) % outWidth;
  const row = Math.floor(place / (inChannels * outWidth)) % outHeight;
  const batch = Math.floor(place / (inChannels * outWidth * outHeight));
  let best: Found | undefined;
  for (let h = 0; h < filterHeight; h++) {
    const y = row * info.strideHeight - padInfo.top + h * info.dilationHeight;
    if (y < 0 || y >= inHeight) continue;
    for (let w = 0; w < filterWidth; w++) {
      const x = column * info.strideWidth - padInfo.left + w * info.dilationWidth;
      if (x < 0 || x >= inWidth) continue;
      const inX = ((batch * inHeight + y) * inWidth + x) * inChannels + channel;
      const inFilter = (h * filterWidth + w) * inChannels + channel;
      const sum = (image[inX] ?? NaN) + (weights[inFilter] ?? NaN);
      if (best === undefined || sum > best.sum) best = { sum, inX, inFilter };
    }
  }
  return best;
}
