import { addressIn } from '../files/address-in.js';
import { type LoadOptions, loadFile } from '../files/load-file.js';
import { readIdx } from '../files/read-idx.js';
import type { TrainTest } from './examples.js';

/** The four files of a set of images in MNIST's format, and the SHA-256 of what is in each. */
export type IdxImageFiles = Readonly<Record<keyof typeof names, string>>;

const names = {
  trainImages: 'train-images-idx3-ubyte.gz',
  trainLabels: 'train-labels-idx1-ubyte.gz',
  testImages: 't10k-images-idx3-ubyte.gz',
  testLabels: 't10k-labels-idx1-ubyte.gz',
} as const;

/** Images and labels from files in MNIST's format; `folder` is theirs in the mirror and the cache. */
export async function loadIdxImages(
  folder: string,
  baseUrl: string,
  hashes: IdxImageFiles,
  options: LoadOptions,
): Promise<TrainTest> {
  const read = async (part: keyof typeof names): Promise<TrainTest['train']['x']> => {
    const file = {
      name: `${folder}/${names[part]}`,
      url: addressIn(baseUrl, names[part]),
      sha256: hashes[part],
    };
    return readIdx(await loadFile(file, options), file.name);
  };
  return {
    train: { x: await read('trainImages'), y: await read('trainLabels') },
    test: { x: await read('testImages'), y: await read('testLabels') },
  };
}
