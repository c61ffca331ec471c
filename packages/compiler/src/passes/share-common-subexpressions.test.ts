import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { shareCommonSubexpressions } from './share-common-subexpressions.js';

it('computes the same once: constants, operands in any order, random numbers', () => {
  expectPass(
    shareCommonSubexpressions,
    `
    %0 = input 0 : float32[2]
    %1 = state seed : int32[2]
    %2 = const [1] : float32[]
    %3 = const [1] : float32[]
    %4 = Add(a=%0, b=%2) : float32[2]
    %5 = Add(a=%3, b=%0) : float32[2]
    %6 = PhiloxUniform(seed=%1) {shape: [2]} : float32[2]
    %7 = PhiloxUniform(seed=%1) {shape: [2]} : float32[2]
    return %4, %5, %6, %7`,
    `
    %0 = input 0 : float32[2]
    %1 = state seed : int32[2]
    %2 = const [1] : float32[]
    %4 = Add(a=%0, b=%2) : float32[2]
    %6 = PhiloxUniform(seed=%1) {shape: [2]} : float32[2]
    return %4, %4, %6, %6`,
  );
});

it('does not take one thing for another', () => {
  expectUnchanged(
    shareCommonSubexpressions,
    `
    %0 = input 0 : float32[2,2]
    %1 = const [0] : float32[]
    %2 = const [-0] : float32[]
    %3 = const [0] : int32[]
    %4 = const [0] : float32[1]
    %5 = Sub(a=%0, b=%1) : float32[2,2]
    %6 = Sub(a=%1, b=%0) : float32[2,2]
    %7 = Sum(x=%0) {axis: [0], keepDims: false} : float32[2]
    %8 = Sum(x=%0) {axis: [1], keepDims: false} : float32[2]
    %9 = ClipByValue(x=%0) {clipValueMin: -Infinity, clipValueMax: 0} : float32[2,2]
    %10 = ClipByValue(x=%0) {clipValueMin: -Infinity, clipValueMax: -0} : float32[2,2]
    return %5, %6, %7, %8, %9, %10, %2, %3, %4`,
  );
});

it('compares whole constants, not only how they begin', () => {
  expectUnchanged(
    shareCommonSubexpressions,
    `
    %0 = const [0,0,0,0,0,0,0,0,1] : int32[9]
    %1 = const [0,0,0,0,0,0,0,0,2] : int32[9]
    return %0, %1`,
  );
});

it('shares within bodies, and all results of an operation', () => {
  expectPass(
    shareCommonSubexpressions,
    `
    %0 = input 0 : float32[2]
    %1, %2 = TopK(x=%0) {k: 1, sorted: true} : float32[1], int32[1]
    %3, %4 = TopK(x=%0) {sorted: true, k: 1} : float32[1], int32[1]
    %9 = Fused(0=%0) : float32[2]
      body(%5 : float32[2])
        %6 = Exp(x=%5) : float32[2]
        %7 = Exp(x=%5) : float32[2]
        %8 = Add(a=%6, b=%7) : float32[2]
        return %8
    return %2, %4, %3, %9`,
    `
    %0 = input 0 : float32[2]
    %1, %2 = TopK(x=%0) {k: 1, sorted: true} : float32[1], int32[1]
    %9 = Fused(0=%0) : float32[2]
      body(%5 : float32[2])
        %6 = Exp(x=%5) : float32[2]
        %8 = Add(a=%6, b=%6) : float32[2]
        return %8
    return %2, %2, %1, %9`,
  );
});
