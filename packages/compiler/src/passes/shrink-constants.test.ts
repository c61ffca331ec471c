import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { shrinkConstants } from './shrink-constants.js';

it('makes scalars of constants of one value', () => {
  expectPass(
    shrinkConstants,
    `
    %0 = input 0 : float32[2,3]
    %1 = const [2,2,2] : float32[3]
    %2 = Multiply(a=%0, b=%1) : float32[2,3]
    return %2`,
    `
    %0 = input 0 : float32[2,3]
    %1 = const [2] : float32[]
    %2 = BroadcastTo(x=%1) {shape: [3]} : float32[3]
    %3 = Multiply(a=%0, b=%2) : float32[2,3]
    return %3`,
  );
});

it('leaves constants of several values, zeros of both signs among them, and scalars', () => {
  expectUnchanged(
    shrinkConstants,
    `
    %0 = const [1,2,3] : float32[3]
    %1 = const [0,-0] : float32[2]
    %2 = const [5] : float32[]
    return %0, %1, %2`,
  );
});
