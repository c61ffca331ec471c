import { type Tensor, gather, tensor1d } from '@tensorflow/tfjs-core';

/** Windows along one axis. */
export interface Windows {
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
}

/** How many windows fit. */
export function windowCount(length: number, { size, stride, dilation }: Windows): number {
  return Math.max(0, Math.floor((length - dilation * (size - 1) - 1) / stride) + 1);
}

/** Zeros before and after an axis, so that windows begin at every step: the padding `same`. */
export function samePadding(length: number, { size, stride, dilation }: Windows): [number, number] {
  const missing = Math.max(0, (Math.ceil(length / stride) - 1) * stride + dilation * (size - 1) + 1 - length);
  return [Math.floor(missing / 2), Math.ceil(missing / 2)];
}

/** What each element of each window reads, window by window. */
export function windowPlaces(length: number, windows: Windows): Int32Array<ArrayBuffer> {
  const { size, stride, dilation } = windows;
  return Int32Array.from(
    { length: windowCount(length, windows) * size },
    (_, i) => Math.floor(i / size) * stride + (i % size) * dilation,
  );
}

/** The windows along an axis, side by side in its place: `[..., length, ...]` → `[..., count · size, ...]`. */
export function takeWindows(x: Tensor, axis: number, windows: Windows): Tensor {
  return gather(x, tensor1d(windowPlaces(x.shape[axis] ?? 0, windows), 'int32'), axis);
}
