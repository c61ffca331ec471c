import { describe, it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { poolConvolutions } from './pool-convolutions.js';

const leaves = `
    %0 = input 0 : float32[2,5,5,3]
    %1 = state kernel : float32[2,2,3,4]
    %2 = state bias : float32[4]
    %3 = input 1 : float32[2,2,2,4]`;
const convolution = '{strides: [1,1], pad: "valid", dataFormat: "NHWC", dilations: [1,1]';
const pooling = '{filterSize: [2,2], strides: [2,2], pad: "valid"}';
const pooled = (activation: string): string =>
  `{convolution: ${convolution}}, pooling: ${pooling}, activation: "${activation}"`;
const forward = (activation: string): string => `
    %4 = FusedConv2D(x=%0, filter=%1, bias=%2) ${convolution}, activation: "${activation}"} : float32[2,4,4,4]
    %5 = MaxPool(x=%4) ${pooling} : float32[2,2,2,4]`;
const byFilter = (dy: number): string =>
  `Conv2DBackpropFilter(x=%0, dy=%${dy}) {strides: [1,1], pad: "valid", dataFormat: "NHWC", filterShape: [2,2,3,4]} : float32[2,2,3,4]`;
const byInput = (dy: number): string =>
  `Conv2DBackpropInput(dy=%${dy}, filter=%1) {strides: [1,1], pad: "valid", dataFormat: "NHWC", inputShape: [2,5,5,3]} : float32[2,5,5,3]`;

describe('poolConvolutions', () => {
  it('pools the result of a convolution at once', () => {
    expectPass(
      poolConvolutions,
      `${leaves}${forward('relu')}
    return %5`,
      `${leaves}
    %5, %6 = PoolingConv2D(x=%0, filter=%1, bias=%2) ${pooled('relu')}} : float32[2,2,2,4], int32[2,2,2,4]
    return %5`,
    );
  });

  it('takes gradients through the relu and the convolution at once', () => {
    expectPass(
      poolConvolutions,
      `${leaves}${forward('relu')}
    %6 = MaxPoolGrad(dy=%3, input=%4, output=%5) ${pooling} : float32[2,4,4,4]
    %7 = Step(x=%4) {alpha: 0} : float32[2,4,4,4]
    %8 = Multiply(a=%6, b=%7) : float32[2,4,4,4]
    %9 = Sum(x=%8) {axis: [0,1,2], keepDims: false} : float32[4]
    %10 = ${byInput(8)}
    %11 = ${byFilter(8)}
    return %5, %9, %10, %11`,
      `${leaves}
    %5, %6 = PoolingConv2D(x=%0, filter=%1, bias=%2) ${pooled('relu')}} : float32[2,2,2,4], int32[2,2,2,4]
    %11, %10 = PoolingConv2DGradient(x=%0, filter=%1, y=%5, places=%6, dy=%3) ${pooled('relu')}, withInput: true} : float32[2,2,3,4], float32[2,5,5,3]
    %12 = Step(x=%5) {alpha: 0} : float32[2,2,2,4]
    %13 = Multiply(a=%3, b=%12) : float32[2,2,2,4]
    %14 = Sum(x=%13) {axis: [0,1,2], keepDims: false} : float32[4]
    return %5, %14, %10, %11`,
    );
  });

  it('does so without a relu, and for a first layer without the gradient of its input', () => {
    expectPass(
      poolConvolutions,
      `${leaves}${forward('linear')}
    %6 = MaxPoolGrad(dy=%3, input=%4, output=%5) ${pooling} : float32[2,4,4,4]
    %7 = Sum(x=%6) {axis: [0,1,2], keepDims: false} : float32[4]
    %8 = ${byFilter(6)}
    return %5, %7, %8`,
      `${leaves}
    %5, %6 = PoolingConv2D(x=%0, filter=%1, bias=%2) ${pooled('linear')}} : float32[2,2,2,4], int32[2,2,2,4]
    %8 = PoolingConv2DGradient(x=%0, filter=%1, y=%5, places=%6, dy=%3) ${pooled('linear')}, withInput: false} : float32[2,2,3,4]
    %7 = Sum(x=%3) {axis: [0,1,2], keepDims: false} : float32[4]
    return %5, %7, %8`,
    );
  });

  it.each([
    ['is an output', `${forward('relu')}\n    return %4, %5`],
    [
      'has a gradient that is used otherwise',
      `${forward('linear')}
    %6 = MaxPoolGrad(dy=%3, input=%4, output=%5) ${pooling} : float32[2,4,4,4]
    %7 = ${byFilter(6)}
    return %5, %6, %7`,
    ],
    [
      'has windows of more cells than a byte can count',
      `
    %4 = Conv2D(x=%0, filter=%1) {strides: [1,1], pad: 8, dataFormat: "NHWC", dilations: [1,1]} : float32[2,20,20,4]
    %5 = MaxPool(x=%4) {filterSize: [20,20], strides: [2,2], pad: "valid"} : float32[2,1,1,4]
    return %5`,
    ],
    [
      'is dilated',
      `
    %4 = Conv2D(x=%0, filter=%1) {strides: [1,1], pad: "valid", dataFormat: "NHWC", dilations: [2,2]} : float32[2,3,3,4]
    %5 = MaxPool(x=%4) {filterSize: [2,2], strides: [2,2], pad: "valid"} : float32[2,1,1,4]
    return %5`,
    ],
  ])('keeps a convolution that %s', (_, rest) => {
    expectUnchanged(poolConvolutions, `${leaves}${rest}`);
  });
});
