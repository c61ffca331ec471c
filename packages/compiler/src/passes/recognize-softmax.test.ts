import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { removeDeadCode } from './remove-dead-code.js';
import { recognizeSoftmax } from './recognize-softmax.js';

const recognize = (program: Parameters<typeof recognizeSoftmax>[0]) =>
  removeDeadCode(recognizeSoftmax(program));

const written = `
    %0 = input 0 : float32[2,3]
    %1 = Max(x=%0) {reductionIndices: [1], keepDims: true} : float32[2,1]
    %2 = Sub(a=%0, b=%1) : float32[2,3]
    %3 = Exp(x=%2) : float32[2,3]
    %4 = Sum(x=%3) {axis: [1], keepDims: true} : float32[2,1]`;

it('finds the logarithm of a softmax', () => {
  expectPass(
    recognize,
    `${written}
    %5 = Log(x=%4) : float32[2,1]
    %6 = Sub(a=%2, b=%5) : float32[2,3]
    return %6`,
    `
    %0 = input 0 : float32[2,3]
    %6 = LogSoftmax(logits=%0) {axis: 1} : float32[2,3]
    return %6`,
  );
});

it('finds a softmax', () => {
  expectPass(
    recognize,
    `${written}
    %5 = RealDiv(a=%3, b=%4) : float32[2,3]
    return %5`,
    `
    %0 = input 0 : float32[2,3]
    %5 = Softmax(logits=%0) {dim: 1} : float32[2,3]
    return %5`,
  );
});

it('takes no exponential of the logarithm', () => {
  expectPass(
    recognize,
    `
    %0 = input 0 : float32[2,3]
    %1 = LogSoftmax(logits=%0) {axis: 1} : float32[2,3]
    %2 = Exp(x=%1) : float32[2,3]
    return %1, %2`,
    `
    %0 = input 0 : float32[2,3]
    %1 = LogSoftmax(logits=%0) {axis: 1} : float32[2,3]
    %2 = Softmax(logits=%0) {dim: 1} : float32[2,3]
    return %1, %2`,
  );
});

it('is not deceived by another axis or another sum', () => {
  expectUnchanged(
    recognize,
    `${written}
    %5 = Sum(x=%2) {axis: [1], keepDims: true} : float32[2,1]
    %6 = RealDiv(a=%3, b=%5) : float32[2,3]
    %7 = Sum(x=%3) {axis: [0], keepDims: true} : float32[1,3]
    %8 = RealDiv(a=%3, b=%7) : float32[2,3]
    return %4, %6, %8`,
  );
});
