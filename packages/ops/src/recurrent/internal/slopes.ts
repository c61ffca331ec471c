import { type Tensor, scalar, square, sub } from '@tensorflow/tfjs-core';

/** The derivative of the sigmoid, from its value: `y (1 - y)`. */
export function sigmoidSlope(y: Tensor): Tensor {
  return sub(y, square(y));
}

/** The derivative of tanh, from its value: `1 - y²`. */
export function tanhSlope(y: Tensor): Tensor {
  return sub(scalar(1), square(y));
}
