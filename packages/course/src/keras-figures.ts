/** Written by tools/course/keras.mjs: what Keras reaches with the same models on the same arrays, from each seed. */
export const kerasFigures: Readonly<Record<string, readonly number[]>> = {
  'concrete-5-5': [0.759939, 0.709176, 0.664016, 0.733817, 0.672305],
  'concrete-50-50': [0.894499, 0.866093, 0.888739, 0.904275, 0.883387],
  'splice-conv-lstm': [0.952275, 0.944506, 0.957825],
};
