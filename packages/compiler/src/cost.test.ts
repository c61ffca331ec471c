import { describe, expect, it } from 'vitest';
import { costOf } from './cost.js';
import { fusionsOf } from './fusions.js';
import { programOf } from './testing/expect-pass.js';

const attrs = 'strides: [1,1], pad: "same", dataFormat: "NHWC", dilations: [1,1]';
const plain = 'strides: [1,1], pad: "valid", dataFormat: "NHWC", dilations: [1,1]';

describe('costOf', () => {
  it.each([
    [
      'a product, with its bias',
      `%0 = input 0 : float32[3,4]
       %1 = input 1 : float32[5,4]
       %2 = input 2 : float32[5]
       %3 = _FusedMatMul(a=%0, b=%1, bias=%2) {transposeA: false, transposeB: true, activation: "linear"} : float32[3,5]
       return %3`,
      2 * 3 * 5 * 4 + 3 * 5,
      4 * (12 + 20 + 5 + 15),
    ],
    [
      'a convolution and both gradients, which are alike',
      `%0 = input 0 : float32[2,8,8,3]
       %1 = input 1 : float32[3,3,3,4]
       %2 = Conv2D(x=%0, filter=%1) {${attrs}} : float32[2,8,8,4]
       %3 = Conv2DBackpropInput(dy=%2, filter=%1) {${attrs}, inputShape: [2,8,8,3]} : float32[2,8,8,3]
       %4 = Conv2DBackpropFilter(x=%0, dy=%2) {${attrs}, filterShape: [3,3,3,4]} : float32[3,3,3,4]
       return %3, %4`,
      3 * 2 * (2 * 8 * 8 * 4) * 27,
      4 * (384 + 108 + 512 + (512 + 108 + 384) + (384 + 512 + 108)),
    ],
    [
      'a convolution that is pooled, before the pooling',
      `%0 = input 0 : float32[2,5,5,3]
       %1 = input 1 : float32[2,2,3,4]
       %2, %3 = PoolingConv2D(x=%0, filter=%1) {convolution: {${plain}}, pooling: {filterSize: [2,2], strides: [2,2], pad: "valid"}, activation: "relu"} : float32[2,2,2,4], int32[2,2,2,4]
       return %2`,
      2 * (2 * 4 * 4 * 4) * 12,
      4 * (150 + 48 + 32 + 32),
    ],
    [
      'elementwise operations, reductions and what is fused',
      `%0 = input 0 : float32[6,7]
       %1 = Exp(x=%0) : float32[6,7]
       %2 = Sum(x=%1) {axis: [1], keepDims: false} : float32[6]
       %6 = Fused(0=%0) : float32[6,7]
         body(%3 : float32[6,7])
           %4 = Neg(x=%3) : float32[6,7]
           %5 = Exp(x=%4) : float32[6,7]
           return %5
       return %2, %6`,
      42 + 42 + 2 * 42,
      4 * (84 + 48 + 84),
    ],
    [
      'a scan, as often as it has steps',
      `%0 = input 0 : float32[3]
       %1 = input 1 : float32[5,3]
       %6, %7 = Scan(0=%0, 1=%1) {carries: 1, steps: 1, length: 5, reverse: false} : float32[3], float32[5,3]
         body(%2 : float32[3], %3 : float32[3])
           %4 = Add(a=%2, b=%3) : float32[3]
           %5 = Neg(x=%4) : float32[3]
           return %4, %5
       return %6, %7`,
      5 * 6,
      4 * (3 + 15 + 3 + 15),
    ],
    [
      'the longer of two branches',
      `%0 = input 0 : bool[]
       %1 = input 1 : float32[3]
       %6 = Cond(0=%0, 1=%1) : float32[3]
         body(%2 : float32[3])
           %3 = Exp(x=%2) : float32[3]
           %4 = Neg(x=%3) : float32[3]
           return %4
         otherwise(%5 : float32[3])
           return %5
       return %6`,
      6,
      4 * (1 + 3 + 3),
    ],
    [
      'moves, which compute nothing, and another shape, which is not even moved',
      `%0 = input 0 : float32[3,2]
       %1 = Reshape(x=%0) {shape: [6]} : float32[6]
       %2 = Slice(x=%1) {begin: [0], size: [4]} : float32[4]
       return %2`,
      0,
      4 * (6 + 4),
    ],
  ])('counts %s', (_, text, flop, bytes) => {
    const lines = text.split('\n').map((line) => line.replace(/^ {7}/, ''));
    expect(costOf(programOf(lines.join('\n')))).toEqual({ flop, bytes });
  });
});

describe('fusionsOf', () => {
  it('counts operations that do the work of several', () => {
    const program = programOf(`
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3,4]
    %2 = _FusedMatMul(a=%0, b=%1) {transposeA: false, transposeB: false, activation: "relu"} : float32[2,4]
    %6 = Fused(0=%2) : float32[2,4]
      body(%3 : float32[2,4])
        %4 = Neg(x=%3) : float32[2,4]
        %5 = Exp(x=%4) : float32[2,4]
        return %5
    %10 = Fused(0=%6) : float32[2]
      body(%7 : float32[2,4])
        %8 = Square(x=%7) : float32[2,4]
        %9 = Sum(x=%8) {axis: [1], keepDims: false} : float32[2]
        return %9
    return %10`);
    expect(fusionsOf(program)).toEqual({
      loops: 1,
      reductions: 1,
      inside: 4,
      epilogues: 1,
      products: 0,
      pooled: 0,
    });
  });
});
