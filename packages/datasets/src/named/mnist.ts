import { type LoadOptions, loadFile } from '../files/load-file.js';
import { readIdx } from '../files/read-idx.js';
import type { NdArray } from '@myelin/core';
import type { TrainTest } from './examples.js';

export interface MnistOptions extends LoadOptions {
  /** Folder on a server that has the four files, for pages that may not fetch from the usual one. */
  readonly baseUrl?: string;
}

const files = {
  'train-images-idx3-ubyte.gz': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte.gz': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte.gz': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte.gz': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
};

/**
 * MNIST: 60,000 handwritten digits to learn from and 10,000 to test on, grey images of 28x28 pixels.
 *
 * Downloads 11.6 MB on first use and keeps them; `digits` is smaller and needs no network. A folder named by the
 * environment variable `MYELIN_DATA_MIRROR` is looked into first, for `mnist/train-images-idx3-ubyte.gz` and the others.
 *
 * `x [n, 28, 28]`, uint8 from 0 (paper) to 255 (ink); `y [n]`, uint8 from 0 to 9.
 *
 * @throws StateError when the download fails, FormatError when a file has not the content it should have.
 * @see Keras `keras.datasets.mnist.load_data`; LeCun, Cortes and Burges, "The MNIST database of handwritten digits"
 */
export async function mnist(options: MnistOptions = {}): Promise<TrainTest> {
  const { baseUrl = 'https://ossci-datasets.s3.amazonaws.com/mnist/', ...loading } = options;
  const read = async (name: keyof typeof files): Promise<NdArray> => {
    const file = { name: `mnist/${name}`, url: baseUrl.replace(/\/?$/, `/${name}`), sha256: files[name] };
    return readIdx(await loadFile(file, loading), file.name);
  };
  return {
    train: { x: await read('train-images-idx3-ubyte.gz'), y: await read('train-labels-idx1-ubyte.gz') },
    test: { x: await read('t10k-images-idx3-ubyte.gz'), y: await read('t10k-labels-idx1-ubyte.gz') },
  };
}
