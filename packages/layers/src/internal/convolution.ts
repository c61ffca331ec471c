import { ArgumentError, ShapeError, knownDim, type Shape } from '@myelin/core';
import { add, reshape } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from './one-of.js';
import { positiveInteger } from './positive-integer.js';

/** The axis of the channels. */
export function channelAxis(format: DataFormat): number {
  return format === 'channels_last' ? -1 : 1;
}

/** What convolutions demand of their input: a rank, and a number of channels that never changes. */
export function convolutionSpec(
  rank: number,
  format: DataFormat,
  inputShape: Shape,
  who: string,
): { readonly rank: number; readonly axes: Readonly<Record<number, number>> } {
  const axis = channelAxis(format);
  return { rank, axes: { [axis]: inputShape.length === rank ? knownDim(inputShape, axis, who) : 0 } };
}

/** How many channels each group has. @throws ShapeError when the groups do not divide them. */
export function channelsPerGroup(
  inputShape: Shape,
  { dataFormat, groups: count }: { readonly dataFormat: DataFormat; readonly groups: number },
  who: string,
): number {
  const channels = knownDim(inputShape, channelAxis(dataFormat), who);
  if (channels % count === 0) return channels / count;
  throw new ShapeError({
    who,
    expected: `a number of channels that ${count} groups divide`,
    got: String(channels),
  });
}

/** The resolver of `groups`. */
export function groups(given: number, who: string, { filters }: { readonly filters: number }): number {
  const count = positiveInteger('groups')(given, who);
  if (filters % count === 0) return count;
  throw new ArgumentError({
    who,
    expected: `a number of \`filters\` that ${count} groups divide`,
    got: String(filters),
  });
}

/** Refuses a dilation together with strides, as Keras does. */
export function refuseStridesAndDilation(
  strides: readonly number[],
  dilationRate: readonly number[],
  who: string,
): void {
  if (Math.max(...dilationRate) === 1 || Math.max(...strides) === 1) return;
  throw new ArgumentError({
    who,
    expected: '`strides` or `dilationRate` above 1, not both',
    got: `${strides.join(' x ')} and ${dilationRate.join(' x ')}`,
  });
}

/** A bias added to each channel, if there is one. */
export function addBias(y: Tensor, bias: Tensor | null, format: DataFormat): Tensor {
  if (bias === null) return y;
  if (format === 'channels_last') return add(y, bias);
  const places = Array.from({ length: y.rank - 2 }, () => 1);
  return add(y, reshape(bias, { newshape: [-1, ...places] }));
}
