import type { RemoteOptions } from '../files/load-file.js';
import type { TrainTest } from './examples.js';
import { type IdxImageFiles, loadIdxImages } from './load-idx-images.js';

const hashes: IdxImageFiles = {
  trainImages: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  trainLabels: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  testImages: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  testLabels: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
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
export function mnist(options: RemoteOptions = {}): Promise<TrainTest> {
  const { baseUrl = 'https://ossci-datasets.s3.amazonaws.com/mnist/', ...loading } = options;
  return loadIdxImages('mnist', baseUrl, hashes, loading);
}
