import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { slopesFromRelu } from './slopes-from-relu.js';

it('takes the slope of a relu from its result', () => {
  expectPass(
    slopesFromRelu,
    `
    %0 = input 0 : float32[2]
    %1 = Relu(x=%0) : float32[2]
    %2 = Step(x=%0) {alpha: 0} : float32[2]
    return %1, %2`,
    `
    %0 = input 0 : float32[2]
    %1 = Relu(x=%0) : float32[2]
    %2 = Step(x=%1) {alpha: 0} : float32[2]
    return %1, %2`,
  );
});

it('keeps slopes that are not 0 below 0, and those of other values', () => {
  expectUnchanged(
    slopesFromRelu,
    `
    %0 = input 0 : float32[2]
    %1 = Relu(x=%0) : float32[2]
    %2 = Step(x=%0) {alpha: 0.5} : float32[2]
    %3 = Step(x=%1) {alpha: 0} : float32[2]
    return %1, %2, %3`,
  );
});
