import type { Exception } from '@myelin/testing';

/** Where terms cancel in the result or in the gradient. */
const cancelling: readonly Exception[] = [
  {
    unit: 'gelu',
    names: ['defaults, ordinary', 'defaults, kinks', 'approximate True, ordinary', 'approximate False'],
    atol: 1e-6,
    what: 'Below zero `1 + erf` and `1 + tanh` cancel',
  },
  {
    unit: 'tanh',
    names: ['defaults, ordinary', 'floats'],
    atol: 1e-6,
    what: 'Far from zero the gradient `1 - y²` cancels',
  },
  { unit: 'corrcoef', names: ['rows'], atol: 1e-6, what: 'Terms of the gradient cancel' },
  { unit: 'layer_normalization', names: ['beta of axis 1'], atol: 1e-6, what: 'Terms cancel near zero' },
  { unit: 'inv', names: ['two matrices'], atol: 1e-5, what: 'Sums of large products cancel in the gradient' },
  {
    unit: 'eigh',
    names: ['the upper half is not read'],
    atol: 1e-5,
    what: 'Sums of large products cancel in the gradient',
  },
  { unit: 'pinv', names: ['tall, two'], atol: 1e-5, what: 'Sums of large products cancel in the gradient' },
  {
    unit: 'scale_and_translate',
    names: ['bicubic, larger'],
    atol: 5e-6,
    what: 'Weights of both signs cancel',
  },
  { unit: 'solve', names: ['matrices'], atol: 1e-5, what: 'Sums of large products cancel in the gradient' },
  { unit: 'resize', names: ['lanczos5, antialias'], atol: 1e-6, what: 'Weights of both signs cancel' },
].flatMap(({ unit, names, atol, what }) =>
  names.map((name) => ({
    unit,
    name,
    atol,
    reason: `${what}, so that what is left has few digits of float32.`,
  })),
);

/** Where a gradient is zero. */
const vanishing: readonly Exception[] = [
  {
    place: { unit: 'UnitNormalization', name: 'one feature' },
    atol: 1e-6,
    what: 'A single number becomes 1 or -1',
  },
  ...['MultiHeadAttention', 'GroupQueryAttention'].map((unit) => ({
    place: { unit, gradientOf: 'key/bias' },
    atol: 5e-6,
    what: 'It moves all scores of a step alike',
  })),
  ...['causal', 'causal with a mask for all'].map((name) => ({
    place: { unit: 'dot_product_attention', name },
    atol: 1e-6,
    what: 'A target may see one source alone',
  })),
].map(({ place, atol, what }) => ({
  ...place,
  atol,
  reason: `${what}, so that its gradient is zero, and what is left is rounding.`,
}));

/** What differs on every backend, and why. */
export const exceptions: readonly Exception[] = [
  ...cancelling,
  ...vanishing,
  ...[
    { unit: 'BatchNormalization', name: 'training, far from zero', mean: 1000 },
    { unit: 'LayerNormalization', name: 'far from zero', mean: 100 },
  ].map(({ unit, name, mean }) => ({
    unit,
    name,
    part: 'Keras',
    rtol: 1e-4,
    reason: `Keras computes x · s + (b - mean · s): at a mean of ${mean} that leaves a few digits less of float32.`,
  })),
  {
    unit: 'Attention',
    name: 'large scores',
    rtol: 1e-4,
    reason:
      'The last digit of a score of 427 is 3e-5 of its probability; the float64 gradient lies as far from that of Keras.',
  },
  {
    unit: 'BatchNormalization',
    name: 'renormalization',
    part: 'differences',
    reason: 'Renormalization holds its correction constant in the gradient, as Ioffe (2017) defines it.',
  },
  ...['training', 'convolution in training, two iterations'].map((name) => ({
    unit: 'SpectralNormalization',
    name,
    part: 'differences',
    reason:
      'As in Keras, the gradient is that of the kernel after its division, as if it had always been that.',
  })),
  {
    unit: 'CTC',
    name: 'too short',
    atol: 2e-5,
    reason: 'Keras subtracts logarithms of -707 to find the gradient, which leaves few digits of float32.',
  },
  {
    unit: 'perspective_transform',
    name: 'one image',
    atol: 5e-6,
    reason:
      'The projection solves eight equations, which leaves a few digits less of float32 between pixels.',
  },
  {
    unit: 'erfinv',
    name: 'near the edge',
    rtol: 1e-4,
    reason: 'The slope grows with `e^(y²)`, and with it what the last digit of `y` is worth.',
  },
  {
    unit: 'eig',
    atol: 4e-6,
    reason: 'Keras on TensorFlow computes in complex float32, here it is float64 on the host.',
  },
  ...['fft', 'fft2', 'rfft', 'stft'].map((unit) => ({
    unit,
    atol: 4e-6,
    reason:
      'Each element is a sum of all others, turned, of which most cancels: the float64 result lies as far from that of Keras.',
  })),
];

/** What programs cannot hold, however they run. */
export const tracedExceptions: readonly Exception[] = [
  ...['bincount', 'nonzero', 'unique'].map((unit) => ({
    unit,
    reason: 'The shape of its result depends on values, so that it works op by op alone.',
  })),
  { unit: 'eig', reason: 'It computes on the host, so that it works op by op alone.' },
  ...['beam search', 'beam search, several, narrow', 'beam search, the last class'].map((name) => ({
    unit: 'ctc_decode',
    name,
    reason: 'The search reads values, so that it works op by op alone.',
  })),
];

const tiesGoLast =
  'tfjs-backend-webgl gives the gradient of equal maxima to the last one, Keras to the first.';

/** What differs on WebGL besides; of two that fit a case, the first counts. */
export const webglExceptions: readonly Exception[] = [
  ...[
    { unit: 'MaxPooling1D', names: ['ties', 'all equal, same'] },
    { unit: 'MaxPooling2D', names: ['ties', 'ties, overlapping', 'all equal, same'] },
    { unit: 'MaxPooling3D', names: ['ties', 'all equal, same'] },
    { unit: 'AdaptiveMaxPooling1D', names: ['ties'] },
    { unit: 'AdaptiveMaxPooling2D', names: ['ties'] },
  ].flatMap(({ unit, names }) => names.map((name) => ({ unit, name, part: 'Keras', reason: tiesGoLast }))),
  ...[
    ...['cos', 'sin', 'tan'].map((unit) => ({ unit, atol: 5e-4 })),
    { unit: 'polar', name: 'sizes and angles', atol: 5e-4 },
    ...['lanczos3', 'lanczos3, antialias', 'lanczos5', 'lanczos5, antialias'].map((name) => ({
      unit: 'resize',
      name,
      atol: 5e-4,
    })),
    { unit: 'Resizing', name: 'lanczos5', atol: 5e-4 },
    { unit: 'scale_and_translate', name: 'lanczos3, larger', atol: 5e-4 },
    ...['CosineDecay', 'CosineDecayRestarts'].map((unit) => ({ unit, atol: 5e-5 })),
  ].map((place) => ({
    ...place,
    reason: 'GLSL leaves it to the card how precise its angle functions are.',
  })),
  ...[
    { unit: 'R2Score', name: 'constant targets, exact' },
    { unit: 'PearsonCorrelation', name: 'constant predictions' },
  ].map((place) => ({
    ...place,
    reason: 'tfjs-backend-webgl takes x / x for 1 without dividing, so that 0 / 0 is not NaN.',
  })),
  {
    unit: 'CategoricalGeneralizedCrossEntropy',
    name: 'classes that do not exist',
    part: 'Keras',
    reason:
      'GLSL leaves negative powers of 0 undefined; elsewhere they are infinite, and 0 times that is NaN.',
  },
  {
    unit: 'slogdet',
    name: 'singular',
    reason:
      'Products are rounded in another order, and a determinant of 0 is a denormal number, whose logarithm is not -∞.',
  },
  {
    unit: 'segment_min',
    name: 'ints',
    reason:
      'tfjs-backend-webgl holds whole numbers as float32, which has no 2³¹ - 1, the minimum of nothing.',
  },
  ...exceptions,
];

const rounding = 'Keras rounds to float32 on the way, the interpreter does not.';

/** What differs in the interpreter besides, because it computes in float64. */
export const float64Exceptions: readonly Exception[] = [
  ...exceptions,
  ...['defaults, far', 'b 1.0, far'].map((name) => ({ unit: 'squareplus', name, reason: rounding })),
  ...['BinaryCrossentropy', 'BinaryFocalCrossentropy'].map((unit) => ({
    unit,
    name: 'exactly 0 and 1',
    reason: rounding,
  })),
  { unit: 'Dense', name: 'int8, halves and zeros', part: 'compiled', reason: rounding },
  { unit: 'sobel_edges', atol: 1e-6, reason: rounding },
  ...['affine_transform', 'perspective_transform', 'resize'].map((unit) => ({
    unit,
    atol: 5e-6,
    reason: 'Places between pixels, and weights that depend on them, are rounded to float32 in Keras.',
  })),
];
