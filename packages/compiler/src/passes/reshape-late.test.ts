import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import type { Program } from '../ir.js';
import { rewrite } from '../rewriting/rewrite.js';
import { removeDeadCode } from './remove-dead-code.js';
import { reshapeLate } from './reshape-late.js';

const late = (program: Program): Program => removeDeadCode(rewrite(program, reshapeLate));

it('computes before it reshapes', () => {
  expectPass(
    late,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[2,3]
    %2 = input 2 : float32[]
    %3 = Reshape(x=%0) {shape: [6]} : float32[6]
    %4 = Reshape(x=%1) {shape: [6]} : float32[6]
    %5 = Multiply(a=%2, b=%3) : float32[6]
    %6 = Exp(x=%5) : float32[6]
    %7 = Add(a=%6, b=%4) : float32[6]
    return %7`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[2,3]
    %2 = input 2 : float32[]
    %5 = Multiply(a=%2, b=%0) : float32[2,3]
    %6 = Exp(x=%5) : float32[2,3]
    %7 = Add(a=%6, b=%1) : float32[2,3]
    %8 = Reshape(x=%7) {shape: [6]} : float32[6]
    return %8`,
  );
});

it('lets broadcasting add axes in front', () => {
  expectPass(
    late,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3]
    %2 = input 2 : bool[2,3]
    %3 = Reshape(x=%1) {shape: [1,3]} : float32[1,3]
    %4 = Sub(a=%0, b=%3) : float32[2,3]
    %5 = Select(condition=%2, t=%3, e=%4) : float32[2,3]
    return %5`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[3]
    %2 = input 2 : bool[2,3]
    %4 = Sub(a=%0, b=%1) : float32[2,3]
    %5 = Select(condition=%2, t=%1, e=%4) : float32[2,3]
    return %5`,
  );
});

it('keeps axes that make a difference', () => {
  expectUnchanged(
    late,
    `
    %0 = input 0 : float32[2,2]
    %1 = input 1 : float32[2]
    %2 = input 2 : bool[2]
    %3 = input 3 : float32[4]
    %4 = Reshape(x=%1) {shape: [2,1]} : float32[2,1]
    %5 = Sub(a=%0, b=%4) : float32[2,2]
    %6 = Reshape(x=%2) {shape: [1,2]} : bool[1,2]
    %7 = Select(condition=%6, t=%0, e=%5) : float32[2,2]
    %8 = Reshape(x=%3) {shape: [2,2]} : float32[2,2]
    %9 = Add(a=%7, b=%8) : float32[2,2]
    return %9`,
  );
});
