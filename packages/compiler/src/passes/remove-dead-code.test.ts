import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { removeDeadCode } from './remove-dead-code.js';

it('keeps what outputs and updates need', () => {
  expectPass(
    removeDeadCode,
    `
    %0 = input 0 : float32[2]
    %1 = input 1 : float32[2]
    %2 = state v : float32[2]
    %3 = const [1] : float32[]
    %4 = Add(a=%0, b=%3) : float32[2]
    %5 = Neg(x=%4) : float32[2]
    %6 = Exp(x=%2) : float32[2]
    return %4
    update w = %6`,
    `
    %0 = input 0 : float32[2]
    %2 = state v : float32[2]
    %3 = const [1] : float32[]
    %4 = Add(a=%0, b=%3) : float32[2]
    %6 = Exp(x=%2) : float32[2]
    return %4
    update w = %6`,
  );
});

it('keeps an operation of which one result is needed', () => {
  expectUnchanged(
    removeDeadCode,
    `
    %0 = input 0 : float32[2]
    %1, %2 = TopK(x=%0) {k: 1, sorted: true} : float32[1], int32[1]
    return %2`,
  );
});

it('goes into bodies', () => {
  expectPass(
    removeDeadCode,
    `
    %0 = input 0 : float32[2]
    %4 = Fused(0=%0) : float32[2]
      body(%1 : float32[2])
        %2 = Exp(x=%1) : float32[2]
        %3 = Neg(x=%1) : float32[2]
        return %3
    return %4`,
    `
    %0 = input 0 : float32[2]
    %4 = Fused(0=%0) : float32[2]
      body(%1 : float32[2])
        %3 = Neg(x=%1) : float32[2]
        return %3
    return %4`,
  );
});
