import { NdArray } from '@myelin/core';
import { asAutoencoder, pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { planeCodes } from './latent-plane.js';
import type { LatentAnswer, LatentQuestion } from './messages.js';

export const run: RunFunction<LatentQuestion, never, LatentAnswer> = async ({ code, withPlane }) => {
  const { decoder } = asAutoencoder((await pretrained('digits-vae-2')).model);
  const decode = async (codes: NdArray): Promise<Float32Array> =>
    (await decoder.predict(codes, { verbose: 0 })).data as Float32Array;
  const digit = await decode(NdArray.from([[...code]]));
  return { digit, plane: withPlane ? await decode(planeCodes) : null };
};
