import type { NdArray } from '@myelin/core';
import { pca, project } from '@myelin/datasets';
import type { Model } from '@myelin/models';
import { asAutoencoder, pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { loadImages, toBlackAndWhite } from './load-images.js';
import type { CodesResult } from './messages.js';

/** More would hardly turn the plane. */
const rows = 3000;

export const run: RunFunction<null, never, CodesResult> = async () => {
  const { train, test, testLabels } = await loadImages();
  const encoderOf = async (name: 'digits-autoencoder-2' | 'digits-vae-2'): Promise<Model> =>
    asAutoencoder((await pretrained(name)).model).encoder;
  const learned = await (await encoderOf('digits-autoencoder-2')).predict(test, { verbose: 0 });
  const [mean] = await (await encoderOf('digits-vae-2')).predict<NdArray[]>(toBlackAndWhite(test));
  const linear = project(test, pca(train.rows(0, rows), { components: 2 }));
  return {
    labels: testLabels,
    pca: linear.data as Float32Array,
    learned: learned.data as Float32Array,
    variational: mean?.data as Float32Array,
  };
};
