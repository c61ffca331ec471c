import { ArgumentError, type LayerConfig, type Shape, knownDim } from '@myelin/core';
import { add, pad, reshape } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type DataFormat, type Padding, dataFormat } from './one-of.js';
import { type Sizes, positiveSizes } from './positive-sizes.js';
import { type ActivationLike, activation } from './resolve.js';

/** Options that all convolutions share; `Size` has a number for each axis. */
export interface ConvolutionOptions<
  Size extends Sizes = Sizes,
  Pad extends string = Padding,
> extends LayerConfig {
  /** Size of the window: one number for all axes, or one for each. */
  kernelSize: number | Size;
  /** Steps of the window. @defaultValue 1 */
  strides?: number | Size;
  /**
   * `'valid'`: windows lie within the input; `'same'`: zeros around it make the output as large as the input over the
   * stride. @defaultValue 'valid'
   */
  padding?: Pad;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Distance between the elements of the window. @defaultValue 1 */
  dilationRate?: number | Size;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
}

export const convolutionDefaults = {
  strides: 1,
  padding: 'valid',
  dataFormat: 'channels_last',
  dilationRate: 1,
  activation: 'linear',
} as const;

/** A resolver of sizes along each axis. */
type SizesResolver = ReturnType<typeof positiveSizes>;

/** The resolvers of {@link ConvolutionOptions} but for the padding. */
export function convolutionResolvers(axes: Sizes['length']): Readonly<
  Record<'kernelSize' | 'strides' | 'dilationRate', SizesResolver>
> & {
  readonly dataFormat: typeof dataFormat;
  readonly activation: typeof activation;
} {
  return {
    kernelSize: positiveSizes('kernelSize', axes),
    strides: positiveSizes('strides', axes),
    dataFormat,
    dilationRate: positiveSizes('dilationRate', axes),
    activation,
  };
}

/** The resolver of a dilation that goes with strides of 1 only, as in Keras. */
export function dilationOrStrides(
  axes: Sizes['length'],
): (given: number | Sizes, who: string, config: { readonly strides: number | Sizes }) => Sizes {
  return (given, who, config) => {
    const rate = positiveSizes('dilationRate', axes)(given, who);
    const strides = positiveSizes('strides', axes)(config.strides, who);
    if (Math.max(...rate) === 1 || Math.max(...strides) === 1) return rate;
    throw new ArgumentError({
      who,
      expected: '`strides` or `dilationRate` above 1, not both',
      got: `${strides.join(' x ')} and ${rate.join(' x ')}`,
    });
  };
}

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

interface Window {
  readonly kernelSize: Sizes;
  readonly dilationRate: Sizes;
  readonly dataFormat: DataFormat;
}

/** A bias added to each channel, if there is one. */
export function addBias(
  y: Tensor,
  bias: Tensor | null,
  { kernelSize, dataFormat: format }: Pick<Window, 'kernelSize' | 'dataFormat'>,
): Tensor {
  if (bias === null) return y;
  if (format === 'channels_last') return add(y, bias);
  return add(y, reshape(bias, { newshape: [-1, ...kernelSize.map(() => 1)] }));
}

/** What to convolve, and how: a causal convolution is a valid one of sequences that have a past. */
export function causally<C extends Window & { readonly padding: Padding | 'causal' }>(
  x: Tensor,
  config: C,
): { readonly input: Tensor; readonly options: C & { readonly padding: Padding } } {
  const { padding } = config;
  return padding === 'causal'
    ? { input: withPast(x, config), options: { ...config, padding: 'valid' } }
    : { input: x, options: { ...config, padding } };
}

/** Sequences with as many zeros before the first step as a window reaches back. */
function withPast(x: Tensor, { kernelSize, dilationRate, dataFormat: format }: Window): Tensor {
  const past = [dilationRate[0] * (kernelSize[0] - 1), 0] as const;
  const none = [0, 0] as const;
  return pad(x, { padWidth: format === 'channels_last' ? [none, past, none] : [none, none, past] });
}
