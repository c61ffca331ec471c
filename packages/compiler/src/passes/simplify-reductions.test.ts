import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { rewrite } from '../rewriting/rewrite.js';
import { removeDeadCode } from './remove-dead-code.js';
import { simplifyReductions } from './simplify-reductions.js';

it('names the axes in order', () => {
  expectPass(
    simplifyReductions,
    `
    %0 = input 0 : float32[2,3,4]
    %1 = Sum(x=%0) {keepDims: false} : float32[]
    %2 = Mean(x=%0) {axis: -1} : float32[2,3]
    %3 = Max(x=%0) {reductionIndices: [2,0], keepDims: true} : float32[1,3,1]
    return %1, %2, %3`,
    `
    %0 = input 0 : float32[2,3,4]
    %1 = Sum(x=%0) {axis: [0,1,2], keepDims: false} : float32[]
    %2 = Mean(x=%0) {axis: [2], keepDims: false} : float32[2,3]
    %3 = Max(x=%0) {reductionIndices: [0,2], keepDims: true} : float32[1,3,1]
    return %1, %2, %3`,
  );
});

it('reduces nothing over axes of size 1, or over none', () => {
  expectPass(
    simplifyReductions,
    `
    %0 = input 0 : float32[2,1]
    %1 = input 1 : bool[1]
    %2 = Mean(x=%0) {axis: -1, keepDims: false} : float32[2]
    %3 = Sum(x=%0) {axis: [], keepDims: false} : float32[2,1]
    %4 = Sum(x=%1) {keepDims: false} : int32[]
    return %2, %3, %4`,
    `
    %0 = input 0 : float32[2,1]
    %1 = input 1 : bool[1]
    %2 = Reshape(x=%0) {shape: [2]} : float32[2]
    %3 = Reshape(x=%0) {shape: [2,1]} : float32[2,1]
    %5 = Reshape(x=%1) {shape: []} : bool[]
    %4 = Cast(x=%5) {dtype: "int32"} : int32[]
    return %2, %3, %4`,
  );
});

it('reduces a whole as it was before it was reshaped', () => {
  expectPass(
    simplifyReductions,
    `
    %0 = input 0 : float32[2,3]
    %1 = Reshape(x=%0) {shape: [6]} : float32[6]
    %2 = Sum(x=%1) {axis: [0], keepDims: true} : float32[1]
    return %2`,
    `
    %0 = input 0 : float32[2,3]
    %1 = Reshape(x=%0) {shape: [6]} : float32[6]
    %3 = Sum(x=%0) {axis: [0,1], keepDims: false} : float32[]
    %2 = Reshape(x=%3) {shape: [1]} : float32[1]
    return %2`,
  );
});

it('leaves reductions that are written so', () => {
  expectUnchanged(
    simplifyReductions,
    `
    %0 = input 0 : float32[2,3]
    %1 = Sum(x=%0) {axis: [0], keepDims: false} : float32[3]
    return %1`,
  );
});

it('keeps reduced axes where they are wanted afterwards', () => {
  expectPass(
    (program) => removeDeadCode(rewrite(program, simplifyReductions)),
    `
    %0 = input 0 : float32[2,3]
    %1 = Sum(x=%0) {axis: [1], keepDims: false} : float32[2]
    %2 = Reshape(x=%1) {shape: [2,1]} : float32[2,1]
    %3 = Max(x=%0) {reductionIndices: [1], keepDims: true} : float32[2,1]
    %4 = Reshape(x=%3) {shape: [2]} : float32[2]
    %5 = Min(x=%0) {axis: [1], keepDims: false} : float32[2]
    %6 = Reshape(x=%5) {shape: [1,2]} : float32[1,2]
    return %2, %4, %6`,
    `
    %0 = input 0 : float32[2,3]
    %2 = Sum(x=%0) {axis: [1], keepDims: true} : float32[2,1]
    %4 = Max(x=%0) {reductionIndices: [1], keepDims: false} : float32[2]
    %5 = Min(x=%0) {axis: [1], keepDims: false} : float32[2]
    %6 = Reshape(x=%5) {shape: [1,2]} : float32[1,2]
    return %2, %4, %6`,
  );
});
