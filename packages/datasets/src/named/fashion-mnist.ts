import type { RemoteOptions } from '../files/load-file.js';
import type { TrainTest } from './examples.js';
import { type IdxImageFiles, loadIdxImages } from './load-idx-images.js';

const hashes: IdxImageFiles = {
  trainImages: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
  trainLabels: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
  testImages: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
  testLabels: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
};

/** What the class numbers of {@link fashionMnist} stand for. */
export const fashionMnistClasses: readonly string[] = [
  'T-shirt/top',
  'trouser',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
];

/**
 * Fashion-MNIST: 60,000 articles of clothing to learn from and 10,000 to test on, grey images of 28x28 pixels, ten kinds.
 *
 * Downloads 30.9 MB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `fashion-mnist/train-images-idx3-ubyte.gz` and the others.
 *
 * `x [n, 28, 28]`, uint8 from 0 (background) to 255; `y [n]`, uint8 from 0 to 9.
 *
 * @throws StateError when the download fails, FormatError when a file has not the content it should have.
 * @see Keras `keras.datasets.fashion_mnist.load_data`; Xiao, Rasul and Vollgraf, 2017, arXiv:1708.07747
 */
export function fashionMnist(options: RemoteOptions = {}): Promise<TrainTest> {
  const { baseUrl = 'https://storage.googleapis.com/tensorflow/tf-keras-datasets/', ...loading } = options;
  return loadIdxImages('fashion-mnist', baseUrl, hashes, loading);
}
