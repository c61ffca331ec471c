import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { simplifyArithmetic } from './simplify-arithmetic.js';

it('leaves out what changes no number', () => {
  expectPass(
    simplifyArithmetic,
    `
    %0 = input 0 : float32[2]
    %1 = const [1] : float32[]
    %2 = const [-0] : float32[]
    %3 = const [0] : float32[]
    %4 = Multiply(a=%1, b=%0) : float32[2]
    %5 = RealDiv(a=%4, b=%1) : float32[2]
    %6 = Add(a=%5, b=%2) : float32[2]
    %7 = Sub(a=%6, b=%3) : float32[2]
    %8 = Pow(a=%7, b=%1) : float32[2]
    %9 = Neg(x=%8) : float32[2]
    %10 = Neg(x=%9) : float32[2]
    return %10`,
    `
    %0 = input 0 : float32[2]
    %1 = const [1] : float32[]
    %2 = const [-0] : float32[]
    %3 = const [0] : float32[]
    %9 = Neg(x=%0) : float32[2]
    return %0`,
  );
});

it('keeps sums that make 0 of -0, products with 0, and what broadcasts', () => {
  expectUnchanged(
    simplifyArithmetic,
    `
    %0 = input 0 : float32[2]
    %1 = const [0] : float32[]
    %2 = const [-0] : float32[]
    %3 = const [1,1,1] : float32[3,1]
    %4 = Add(a=%0, b=%1) : float32[2]
    %5 = Sub(a=%0, b=%2) : float32[2]
    %6 = Multiply(a=%0, b=%1) : float32[2]
    %7 = Multiply(a=%0, b=%3) : float32[3,2]
    %8 = Sub(a=%1, b=%0) : float32[2]
    return %4, %5, %6, %7, %8`,
  );
});

it('adds 0 to whole numbers', () => {
  expectPass(
    simplifyArithmetic,
    `
    %0 = input 0 : int32[2]
    %1 = const [0] : int32[]
    %2 = Add(a=%0, b=%1) : int32[2]
    return %2`,
    `
    %0 = input 0 : int32[2]
    %1 = const [0] : int32[]
    return %0`,
  );
});

it('multiplies by exact reciprocals, and only by those', () => {
  expectPass(
    simplifyArithmetic,
    `
    %0 = input 0 : float32[2]
    %1 = const [32] : float32[]
    %2 = const [3] : float32[]
    %3 = RealDiv(a=%0, b=%1) : float32[2]
    %4 = RealDiv(a=%0, b=%2) : float32[2]
    return %3, %4`,
    `
    %0 = input 0 : float32[2]
    %1 = const [32] : float32[]
    %2 = const [3] : float32[]
    %5 = const [0.03125] : float32[]
    %3 = Multiply(a=%0, b=%5) : float32[2]
    %4 = RealDiv(a=%0, b=%2) : float32[2]
    return %3, %4`,
  );
});

it('subtracts instead of adding the negative', () => {
  expectPass(
    simplifyArithmetic,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = const [-1] : float32[]
    %3 = Multiply(a=%1, b=%2) : float32[2]
    %4 = Add(a=%0, b=%3) : float32[2]
    %5 = Add(a=%3, b=%0) : float32[2]
    %6 = Sub(a=%0, b=%3) : float32[2]
    return %4, %5, %6`,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = const [-1] : float32[]
    %3 = Neg(x=%1) : float32[2]
    %4 = Sub(a=%0, b=%1) : float32[2]
    %5 = Sub(a=%0, b=%1) : float32[2]
    %6 = Add(a=%0, b=%1) : float32[2]
    return %4, %5, %6`,
  );
});

it('chooses where the condition is known', () => {
  expectPass(
    simplifyArithmetic,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = const [0] : bool[]
    %3 = Select(condition=%2, t=%0, e=%1) : float32[2]
    return %3`,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = const [0] : bool[]
    return %1`,
  );
});

it('adds lists one by one', () => {
  expectPass(
    simplifyArithmetic,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = AddN(0=%0, 1=%1, 2=%0) : float32[2]
    return %2`,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = Add(a=%0, b=%1) : float32[2]
    %3 = Add(a=%2, b=%0) : float32[2]
    return %3`,
  );
});
