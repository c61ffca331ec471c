/** Written by tools/course/keras.mjs: what Keras reaches with the same models on the same arrays, from each seed. */
export const kerasFigures: Readonly<Record<string, readonly number[]>> = {
  'auto-mpg-50-50': [0.842636, 0.880117, 0.892777, 0.825006, 0.861108],
  'concrete-5-5': [0.759939, 0.709176, 0.664016, 0.733817, 0.672305],
  'concrete-50-50': [0.894499, 0.866093, 0.888739, 0.904275, 0.883387],
  'diabetes-50-50': [0.340779, 0.450198, 0.455134, 0.452851, 0.409373],
};
