import { ShapeError, formatShape } from '@myelin/core';
import {
  MaxPoolWithArgmax,
  type MaxPoolWithArgmaxAttrs,
  type TensorInfo,
  backend_util,
  util,
} from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** The largest of each window and its place, the first of several; the stock kernel passes over negative numbers. */
export const maxPoolWithArgmax: EagerKernel<TensorInfo[]> = eagerKernel<
  { x: TensorInfo },
  MaxPoolWithArgmaxAttrs,
  TensorInfo[]
>(MaxPoolWithArgmax, ({ x }, { filterSize, strides, pad, includeBatchInIndex }, context) => {
  if (x.shape.length !== 4) throw notImages(x);
  const info = backend_util.computePool2DInfo(
    x.shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
  );
  const [pooled, places] = [context.output(info.outShape, x.dtype), context.output(info.outShape, 'int32')];
  const [input, largest, where] = [x, pooled, places].map((tensor) => context.values(tensor)) as [Float32Array, Float32Array, Int32Array]; // prettier-ignore
  const channels = info.inChannels;
  const image = info.inHeight * info.inWidth * channels;
  for (let o = 0; o < util.sizeFromShape(info.outShape); o++) {
    const channel = o % channels;
    const column = Math.floor(o / channels) % info.outWidth;
    const row = Math.floor(o / (channels * info.outWidth)) % info.outHeight;
    const batch = Math.floor(o / (channels * info.outWidth * info.outHeight));
    const [top, left] = [
      row * info.strideHeight - info.padInfo.top,
      column * info.strideWidth - info.padInfo.left,
    ];
    let best = -Infinity;
    let place = 0;
    for (let h = Math.max(0, top); h < Math.min(info.inHeight, top + info.filterHeight); h++) {
      for (let w = Math.max(0, left); w < Math.min(info.inWidth, left + info.filterWidth); w++) {
        const at = (h * info.inWidth + w) * channels + channel;
        const value = input[batch * image + at] ?? NaN;
        if (value > best) {
          best = value;
          place = at;
        }
      }
    }
    largest[o] = best;
    where[o] = place + (includeBatchInIndex ? batch * image : 0);
  }
  return [pooled, places];
});

function notImages({ shape }: TensorInfo): ShapeError {
  return new ShapeError({
    who: 'maxPoolWithArgmax',
    expected: 'images [batch, height, width, channels]',
    got: formatShape(shape),
  });
}
