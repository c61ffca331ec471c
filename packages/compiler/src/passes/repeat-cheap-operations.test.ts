import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { repeatCheapOperations } from './repeat-cheap-operations.js';

it('computes a cheap value anew for each reader, and what it comes from too', () => {
  expectPass(
    repeatCheapOperations,
    `
    %0 = input 0 : float32[4,2]
    %1 = input 1 : float32[2]
    %2 = Relu(x=%0) : float32[4,2]
    %3 = Sub(a=%2, b=%1) : float32[4,2]
    %4 = Sum(x=%3) {axis: [0], keepDims: false} : float32[2]
    %5 = Exp(x=%3) : float32[4,2]
    return %4, %5`,
    `
    %0 = input 0 : float32[4,2]
    %1 = input 1 : float32[2]
    %2 = Relu(x=%0) : float32[4,2]
    %6 = Relu(x=%0) : float32[4,2]
    %3 = Sub(a=%2, b=%1) : float32[4,2]
    %7 = Sub(a=%6, b=%1) : float32[4,2]
    %4 = Sum(x=%3) {axis: [0], keepDims: false} : float32[2]
    %5 = Exp(x=%7) : float32[4,2]
    return %4, %5`,
  );
});

it('keeps what is dear, reads two arrays, is read by a product or broadcast, or has no axes', () => {
  expectUnchanged(
    repeatCheapOperations,
    `
    %0 = input 0 : float32[2,2]
    %1 = input 1 : float32[2,2]
    %2 = input 2 : float32[]
    %3 = input 3 : float32[2]
    %4 = Exp(x=%0) : float32[2,2]
    %5 = Neg(x=%4) : float32[2,2]
    %6 = Sqrt(x=%4) : float32[2,2]
    %7 = Add(a=%0, b=%1) : float32[2,2]
    %8 = Tanh(x=%7) : float32[2,2]
    %9 = Sqrt(x=%7) : float32[2,2]
    %10 = Relu(x=%0) : float32[2,2]
    %11 = BatchMatMul(a=%10, b=%10) {transposeA: false, transposeB: true} : float32[2,2]
    %12 = Tanh(x=%10) : float32[2,2]
    %13 = Neg(x=%2) : float32[]
    %14 = Exp(x=%13) : float32[]
    %15 = Sqrt(x=%13) : float32[]
    %16 = Neg(x=%3) : float32[2]
    %17 = Sub(a=%0, b=%16) : float32[2,2]
    %18 = Exp(x=%16) : float32[2]
    return %5, %6, %8, %9, %11, %12, %14, %15, %17, %18`,
  );
});
