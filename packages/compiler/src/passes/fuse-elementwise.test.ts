import { it } from 'vitest';
import { expectPass } from '../testing/expect-pass.js';
import { fuseElementwise } from './fuse-elementwise.js';

it('makes one loop of a chain, and returns what others need as well', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3]
    %2 = Add(a=%0, b=%1) : float32[2,3]
    %3 = Exp(x=%2) : float32[2,3]
    %4 = Multiply(a=%3, b=%0) : float32[2,3]
    %5 = BatchMatMul(a=%3, b=%4) {transposeA: true, transposeB: false} : float32[3,3]
    return %5`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3]
    %7, %8 = Fused(0=%0, 1=%1) : float32[2,3], float32[2,3]
      body(%2 : float32[2,3], %3 : float32[3])
        %4 = Add(a=%2, b=%3) : float32[2,3]
        %5 = Exp(x=%4) : float32[2,3]
        %6 = Multiply(a=%5, b=%2) : float32[2,3]
        return %5, %6
    %9 = BatchMatMul(a=%7, b=%8) {transposeA: true, transposeB: false} : float32[3,3]
    return %9`,
  );
});

it('computes late what only a later loop needs', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,2]
    %1 = Tanh(x=%0) : float32[2,2]
    %2 = Square(x=%1) : float32[2,2]
    %3 = BatchMatMul(a=%1, b=%0) {transposeA: false, transposeB: false} : float32[2,2]
    %4 = Multiply(a=%3, b=%2) : float32[2,2]
    return %4`,
    `
    %0 = input 0 : float32[2,2]
    %3 = Fused(0=%0) : float32[2,2]
      body(%1 : float32[2,2])
        %2 = Tanh(x=%1) : float32[2,2]
        return %2
    %4 = BatchMatMul(a=%3, b=%0) {transposeA: false, transposeB: false} : float32[2,2]
    %9 = Fused(0=%3, 1=%4) : float32[2,2]
      body(%5 : float32[2,2], %6 : float32[2,2])
        %7 = Square(x=%5) : float32[2,2]
        %8 = Multiply(a=%6, b=%7) : float32[2,2]
        return %8
    return %9`,
  );
});

it('gives a reduction what comes before it alone, and what comes after it', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3]
    %2 = Square(x=%0) : float32[2,3]
    %3 = Mean(x=%2) {axis: [0], keepDims: false} : float32[3]
    %4 = Sqrt(x=%3) : float32[3]
    %5 = Neg(x=%3) : float32[3]
    %6 = Multiply(a=%4, b=%5) : float32[3]
    %7 = Add(a=%6, b=%1) : float32[3]
    return %7`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3]
    %10 = Fused(0=%0, 1=%1) : float32[3]
      body(%2 : float32[2,3], %3 : float32[3])
        %4 = Square(x=%2) : float32[2,3]
        %5 = Mean(x=%4) {axis: [0], keepDims: false} : float32[3]
        %6 = Sqrt(x=%5) : float32[3]
        %7 = Neg(x=%5) : float32[3]
        %8 = Multiply(a=%6, b=%7) : float32[3]
        %9 = Add(a=%8, b=%3) : float32[3]
        return %9
    return %10`,
  );
});

it('ends a reduction where there would be several results', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = Sum(x=%0) {axis: [0], keepDims: false} : float32[3]
    %2 = Neg(x=%1) : float32[3]
    %3 = Exp(x=%2) : float32[3]
    return %2, %3`,
    `
    %0 = input 0 : float32[2,3]
    %4 = Fused(0=%0) : float32[3]
      body(%1 : float32[2,3])
        %2 = Sum(x=%1) {axis: [0], keepDims: false} : float32[3]
        %3 = Neg(x=%2) : float32[3]
        return %3
    %7 = Fused(0=%4) : float32[3]
      body(%5 : float32[3])
        %6 = Exp(x=%5) : float32[3]
        return %6
    return %4, %7`,
  );
});

it('makes no loop that would wait for itself', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = Exp(x=%0) : float32[2,3]
    %2 = Sum(x=%1) {axis: [0], keepDims: true} : float32[1,3]
    %3 = RealDiv(a=%1, b=%2) : float32[2,3]
    return %3`,
    `
    %0 = input 0 : float32[2,3]
    %3 = Fused(0=%0) : float32[2,3]
      body(%1 : float32[2,3])
        %2 = Exp(x=%1) : float32[2,3]
        return %2
    %6 = Fused(0=%3) : float32[1,3]
      body(%4 : float32[2,3])
        %5 = Sum(x=%4) {axis: [0], keepDims: true} : float32[1,3]
        return %5
    %10 = Fused(0=%3, 1=%6) : float32[2,3]
      body(%7 : float32[2,3], %8 : float32[1,3])
        %9 = RealDiv(a=%7, b=%8) : float32[2,3]
        return %9
    return %10`,
  );
});

it('passes once over rows that are folded and then computed with, and over what else folds them', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[2,3]
    %2 = LogSoftmax(logits=%0) {axis: 1} : float32[2,3]
    %3 = Multiply(a=%1, b=%2) : float32[2,3]
    %4 = Sum(x=%3) {axis: [1], keepDims: false} : float32[2]
    %5 = Softmax(logits=%0) {dim: 1} : float32[2,3]
    %6 = Sub(a=%5, b=%1) : float32[2,3]
    %7 = BatchMatMul(a=%6, b=%6) {transposeA: true, transposeB: false} : float32[3,3]
    return %4, %5, %7`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[2,3]
    %9, %10, %11 = Fused(0=%0, 1=%1) : float32[2], float32[2,3], float32[2,3]
      body(%2 : float32[2,3], %3 : float32[2,3])
        %4 = LogSoftmax(logits=%2) {axis: 1} : float32[2,3]
        %5 = Multiply(a=%3, b=%4) : float32[2,3]
        %6 = Sum(x=%5) {axis: [1], keepDims: false} : float32[2]
        %7 = Softmax(logits=%2) {dim: 1} : float32[2,3]
        %8 = Sub(a=%7, b=%3) : float32[2,3]
        return %6, %7, %8
    %12 = BatchMatMul(a=%11, b=%11) {transposeA: true, transposeB: false} : float32[3,3]
    return %9, %10, %12`,
  );
});

it('leaves to others the columns that they compute as easily, and the numbers that only they need', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = Mean(x=%0) {axis: [1], keepDims: true} : float32[2,1]
    %2 = Sub(a=%0, b=%1) : float32[2,3]
    %3 = Square(x=%2) : float32[2,3]
    %4 = Mean(x=%3) {axis: [1], keepDims: true} : float32[2,1]
    %5 = Multiply(a=%2, b=%4) : float32[2,3]
    %6 = BatchMatMul(a=%5, b=%5) {transposeA: true, transposeB: false} : float32[3,3]
    %7 = Sub(a=%0, b=%1) : float32[2,3]
    %8 = Sum(x=%7) {axis: [0], keepDims: false} : float32[3]
    %9 = Sqrt(x=%4) : float32[2,1]
    %10 = Sum(x=%9) {axis: [0], keepDims: false} : float32[1]
    return %6, %8, %10`,
    `
    %0 = input 0 : float32[2,3]
    %7, %8, %9 = Fused(0=%0) : float32[2,1], float32[2,1], float32[2,3]
      body(%1 : float32[2,3])
        %2 = Mean(x=%1) {axis: [1], keepDims: true} : float32[2,1]
        %3 = Sub(a=%1, b=%2) : float32[2,3]
        %4 = Square(x=%3) : float32[2,3]
        %5 = Mean(x=%4) {axis: [1], keepDims: true} : float32[2,1]
        %6 = Multiply(a=%3, b=%5) : float32[2,3]
        return %2, %5, %6
    %10 = BatchMatMul(a=%9, b=%9) {transposeA: true, transposeB: false} : float32[3,3]
    %15 = Fused(0=%0, 1=%7) : float32[3]
      body(%11 : float32[2,3], %12 : float32[2,1])
        %13 = Sub(a=%11, b=%12) : float32[2,3]
        %14 = Sum(x=%13) {axis: [0], keepDims: false} : float32[3]
        return %14
    %19 = Fused(0=%8) : float32[1]
      body(%16 : float32[2,1])
        %17 = Sqrt(x=%16) : float32[2,1]
        %18 = Sum(x=%17) {axis: [0], keepDims: false} : float32[1]
        return %18
    return %10, %15, %19`,
  );
});

it('reads through views', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[4,2]
    %2 = Transpose(x=%0) {perm: [1,0]} : float32[3,2]
    %3 = Slice(x=%1) {begin: [1,0], size: [3,2]} : float32[3,2]
    %4 = Reverse(x=%3) {dims: [0]} : float32[3,2]
    %5 = Add(a=%2, b=%4) : float32[3,2]
    return %5`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[4,2]
    %8 = Fused(0=%0, 1=%1) : float32[3,2]
      body(%2 : float32[2,3], %3 : float32[4,2])
        %4 = Transpose(x=%2) {perm: [1,0]} : float32[3,2]
        %5 = Slice(x=%3) {begin: [1,0], size: [3,2]} : float32[3,2]
        %6 = Reverse(x=%5) {dims: [0]} : float32[3,2]
        %7 = Add(a=%4, b=%6) : float32[3,2]
        return %7
    return %8`,
  );
});

it('keeps a view that is needed as it is', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,2]
    %1 = Transpose(x=%0) {perm: [1,0]} : float32[2,2]
    %2 = Exp(x=%1) : float32[2,2]
    return %1, %2`,
    `
    %0 = input 0 : float32[2,2]
    %1 = Transpose(x=%0) {perm: [1,0]} : float32[2,2]
    %4 = Fused(0=%1) : float32[2,2]
      body(%2 : float32[2,2])
        %3 = Exp(x=%2) : float32[2,2]
        return %3
    return %1, %4`,
  );
});

it('updates each parameter in one loop, after the last that reads it, with a step size that all share', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2,2]
    %1 = state a/kernel : float32[2,2]
    %2 = state a/momentum : float32[2,2]
    %3 = state b/kernel : float32[2,2]
    %4 = state rate : float32[]
    %5 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[2,2]
    %6 = BatchMatMul(a=%0, b=%3) {transposeA: false, transposeB: false} : float32[2,2]
    %7 = Sqrt(x=%4) : float32[]
    %8 = Multiply(a=%2, b=%7) : float32[2,2]
    %9 = Add(a=%8, b=%5) : float32[2,2]
    %10 = Sub(a=%1, b=%9) : float32[2,2]
    %11 = Multiply(a=%6, b=%7) : float32[2,2]
    %12 = Sub(a=%3, b=%11) : float32[2,2]
    %13 = BatchMatMul(a=%6, b=%3) {transposeA: false, transposeB: false} : float32[2,2]
    return %13
    update a/kernel = %10
    update a/momentum = %9
    update b/kernel = %12`,
    `
    %0 = input 0 : float32[2,2]
    %1 = state a/kernel : float32[2,2]
    %2 = state a/momentum : float32[2,2]
    %3 = state b/kernel : float32[2,2]
    %4 = state rate : float32[]
    %7 = Fused(0=%4) : float32[]
      body(%5 : float32[])
        %6 = Sqrt(x=%5) : float32[]
        return %6
    %8 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[2,2]
    %16, %17 = Fused(0=%2, 1=%7, 2=%8, 3=%1) : float32[2,2], float32[2,2]
      body(%9 : float32[2,2], %10 : float32[], %11 : float32[2,2], %12 : float32[2,2])
        %13 = Multiply(a=%9, b=%10) : float32[2,2]
        %14 = Add(a=%13, b=%11) : float32[2,2]
        %15 = Sub(a=%12, b=%14) : float32[2,2]
        return %14, %15
    %18 = BatchMatMul(a=%0, b=%3) {transposeA: false, transposeB: false} : float32[2,2]
    %19 = BatchMatMul(a=%18, b=%3) {transposeA: false, transposeB: false} : float32[2,2]
    %25 = Fused(0=%18, 1=%7, 2=%3) : float32[2,2]
      body(%20 : float32[2,2], %21 : float32[], %22 : float32[2,2])
        %23 = Multiply(a=%20, b=%21) : float32[2,2]
        %24 = Sub(a=%22, b=%23) : float32[2,2]
        return %24
    return %19
    update a/kernel = %17
    update a/momentum = %16
    update b/kernel = %25`,
  );
});

it('joins loops that read the same, and all that have no axes', () => {
  expectPass(
    fuseElementwise,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[]
    %2 = input 2 : float32[]
    %3 = Exp(x=%0) : float32[2]
    %4 = Sqrt(x=%0) : float32[2]
    %5 = Exp(x=%1) : float32[]
    %6 = Sqrt(x=%2) : float32[]
    return %3, %4, %5, %6`,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[]
    %2 = input 2 : float32[]
    %6, %7 = Fused(0=%0) : float32[2], float32[2]
      body(%3 : float32[2])
        %4 = Exp(x=%3) : float32[2]
        %5 = Sqrt(x=%3) : float32[2]
        return %4, %5
    %12, %13 = Fused(0=%1, 1=%2) : float32[], float32[]
      body(%8 : float32[], %9 : float32[])
        %10 = Exp(x=%8) : float32[]
        %11 = Sqrt(x=%9) : float32[]
        return %10, %11
    return %6, %7, %12, %13`,
  );
});
