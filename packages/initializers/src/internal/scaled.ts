import { NdArray, shapeSize } from '@myelin/core';
import { type SeedConfig, drawNormal, drawTruncatedNormal, drawUniform, streamOf } from './draw.js';
import { type FanAxes, computeFans } from './fans.js';

/** Options of the initializers that scale by the number of inputs or outputs. */
export interface FanConfig extends SeedConfig, FanAxes {}

/** Which number the variance is divided by: that of the inputs, of the outputs, or their mean. */
export type FanMode = 'fan_in' | 'fan_out' | 'fan_avg';
export type ScaledDistribution = 'truncated_normal' | 'untruncated_normal' | 'uniform';

export const fanDefaults = { seed: null, inputAxes: null, outputAxes: null } as const;

/** Standard deviation of a standard normal distribution that is cut off at -2 and 2. */
const truncatedStddev = 0.87962566103423978;

/** Values of mean 0 and variance `scale / fan`. @see Keras `keras.initializers.VarianceScaling` */
export function drawScaled(
  shape: readonly number[],
  scale: number,
  mode: FanMode,
  distribution: ScaledDistribution,
  config: FanConfig,
): NdArray {
  const { fanIn, fanOut } = computeFans(shape, config);
  const fan = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 }[mode];
  const stddev = Math.sqrt(scale / Math.max(1, fan));
  const state = streamOf(config.seed ?? null);
  const count = shapeSize(shape);
  switch (distribution) {
    case 'uniform': {
      const limit = Math.sqrt(3) * stddev;
      return new NdArray(drawUniform(state, count, -limit, limit), shape);
    }
    case 'untruncated_normal':
      return new NdArray(drawNormal(state, count, 0, stddev), shape);
    case 'truncated_normal':
      return new NdArray(drawTruncatedNormal(state, count, 0, stddev / truncatedStddev), shape);
  }
}
