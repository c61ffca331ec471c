import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** Uniform numbers from a state [seed, offset], bit-equal to those that the host draws. */
export const philoxUniform: EagerKernel = eagerKernel<
  { seed: TensorInfo },
  { readonly shape: readonly number[] }
>('PhiloxUniform', ({ seed }, { shape }, context) => {
  const y = context.output(shape, 'float32');
  const count = util.sizeFromShape([...shape]);
  context.native.uniform(context.address(seed), 0, Math.ceil(count / 4), count, context.address(y));
  return y;
});
