import type { Exception } from '@myelin/testing';

/** What differs on every backend, and why. */
export const exceptions: readonly Exception[] = [
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
    unit: 'BatchNormalization',
    name: 'renormalization',
    part: 'differences',
    reason: 'Renormalization holds its correction constant in the gradient, as Ioffe (2017) defines it.',
  },
  {
    unit: 'MultiHeadAttention',
    gradientOf: 'key/bias',
    atol: 5e-6,
    reason:
      'It moves all scores of a step alike, so that its gradient is zero, and what is left is rounding.',
  },
  ...['defaults, ordinary', 'defaults, kinks', 'approximate True, ordinary'].map((name) => ({
    unit: 'gelu',
    name,
    atol: 1e-6,
    reason: 'Below zero `1 + erf` and `1 + tanh` cancel, so what is left has few digits of float32.',
  })),
  ...['defaults, ordinary', 'floats'].map((name) => ({
    unit: 'tanh',
    name,
    atol: 1e-6,
    reason: 'Far from zero the gradient `1 - y²` cancels, so what is left has few digits of float32.',
  })),
  {
    unit: 'corrcoef',
    name: 'rows',
    atol: 1e-6,
    reason: 'Terms of the gradient cancel, so what is left has few digits of float32.',
  },
];

/** What programs cannot hold, however they run. */
export const tracedExceptions: readonly Exception[] = ['bincount', 'nonzero', 'unique'].map((unit) => ({
  unit,
  reason: 'The shape of its result depends on values, so that it works op by op alone.',
}));

const tiesGoLast =
  'tfjs-backend-webgl gives the gradient of equal maxima to the last one, Keras to the first.';

/** What differs on WebGL besides. */
export const webglExceptions: readonly Exception[] = [
  ...exceptions,
  ...['ties', 'ties, overlapping', 'all equal, same'].map((name) => ({
    unit: 'MaxPooling2D',
    name,
    part: 'Keras',
    reason: tiesGoLast,
  })),
  {
    unit: 'R2Score',
    name: 'constant targets, exact',
    reason: 'tfjs-backend-webgl takes x / x for 1 without dividing, so that 0 / 0 is not NaN.',
  },
];

const rounding = 'Keras rounds to float32 on the way, the interpreter does not.';

/** What differs in the interpreter besides, because it computes in float64. */
export const float64Exceptions: readonly Exception[] = [
  ...exceptions,
  ...['defaults, far', 'b 1.0, far'].map((name) => ({ unit: 'squareplus', name, reason: rounding })),
  { unit: 'BinaryCrossentropy', name: 'exactly 0 and 1', reason: rounding },
];
