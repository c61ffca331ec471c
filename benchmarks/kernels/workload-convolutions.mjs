/** The convolutions of the workloads that the benchmarks train, for batches of 32 images. */
export const batch = 32;

function convolution(
  workload,
  size,
  channels,
  filter,
  filters,
  stride,
  padding,
  { isFirst = false, times = 1 } = {},
) {
  const isSame = padding === 'same';
  const out = isSame ? Math.ceil(size / stride) : Math.floor((size - filter) / stride) + 1;
  const pad = isSame ? Math.max(0, (out - 1) * stride + filter - size) >> 1 : 0;
  return {
    name: `${workload} ${size}x${size}x${channels} ${filter}x${filter}x${filters}${stride > 1 ? ` /${stride}` : ''}`,
    workload,
    words: [batch, size, size, channels, filter, filter, stride, stride, pad, pad, out, out, filters],
    sizes: {
      x: batch * size * size * channels,
      filter: filter * filter * channels * filters,
      y: batch * out * out * filters,
    },
    flop: 2 * batch * out * out * filters * filter * filter * channels,
    shape: { size, channels, filter, filters, stride, padding },
    isFirst, // Nobody asks for the gradient of what is fed in.
    times,
  };
}

/** A transposed convolution is the input's gradient of the one from its result to its input. */
export const convolutions = [
  convolution('cnn', 28, 1, 2, 16, 1, 'valid', { isFirst: true }),
  convolution('cnn', 13, 16, 2, 32, 1, 'valid'),
  convolution('cnn-128', 128, 3, 2, 16, 1, 'valid', { isFirst: true }),
  convolution('cnn-128', 63, 16, 2, 32, 1, 'valid'),
  convolution('conv-autoencoder', 28, 1, 3, 16, 1, 'same', { isFirst: true }),
  convolution('conv-autoencoder', 14, 16, 3, 8, 1, 'same'),
  convolution('conv-autoencoder (transposed)', 14, 8, 3, 8, 2, 'same'),
  convolution('conv-autoencoder (transposed)', 28, 16, 3, 8, 2, 'same'),
  convolution('conv-autoencoder', 28, 16, 3, 1, 1, 'same'),
  convolution('resnet8', 32, 3, 3, 32, 1, 'same', { isFirst: true }),
  convolution('resnet8', 32, 32, 3, 32, 1, 'same', { times: 2 }),
  convolution('resnet8', 32, 32, 3, 64, 2, 'same'),
  convolution('resnet8', 16, 64, 3, 64, 1, 'same'),
  convolution('resnet8', 32, 32, 1, 64, 2, 'same'),
  convolution('resnet8', 16, 64, 3, 128, 2, 'same'),
  convolution('resnet8', 8, 128, 3, 128, 1, 'same'),
  convolution('resnet8', 16, 64, 1, 128, 2, 'same'),
];
