import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { splitReductions } from './split-reductions.js';

it('reduces the examples by themselves before it adds them up', () => {
  expectPass(
    splitReductions,
    `
    %0 = input 0 : float32[32,20,30,8]
    %1 = Sum(x=%0) {axis: [0,1,2], keepDims: false} : float32[8]
    return %1`,
    `
    %0 = input 0 : float32[32,20,30,8]
    %1 = Sum(x=%0) {axis: [1,2], keepDims: false} : float32[32,8]
    %2 = Sum(x=%1) {axis: [0], keepDims: false} : float32[8]
    return %2`,
  );
});

it('does so for all axes, and keeps those that are wanted', () => {
  expectPass(
    splitReductions,
    `
    %0 = input 0 : float32[32,784]
    %1 = Max(x=%0) {reductionIndices: [0,1], keepDims: false} : float32[]
    %2 = Mean(x=%0) {axis: [0,1], keepDims: true} : float32[1,1]
    return %1, %2`,
    `
    %0 = input 0 : float32[32,784]
    %1 = Max(x=%0) {reductionIndices: [1], keepDims: false} : float32[32]
    %2 = Max(x=%1) {reductionIndices: [0], keepDims: false} : float32[]
    %3 = Mean(x=%0) {axis: [1], keepDims: false} : float32[32]
    %4 = Mean(x=%3) {axis: [0], keepDims: false} : float32[]
    %5 = Reshape(x=%4) {shape: [1,1]} : float32[1,1]
    return %2, %5`,
  );
});

it('leaves what is small, has many results or only one reduced axis', () => {
  expectUnchanged(
    splitReductions,
    `
    %0 = input 0 : float32[32,5,5]
    %1 = input 1 : float32[32,10,784]
    %2 = input 2 : float32[3200,10]
    %3 = input 3 : float32[2,128,128]
    %4 = Sum(x=%0) {axis: [0,1,2], keepDims: false} : float32[]
    %5 = Sum(x=%1) {axis: [0,1], keepDims: false} : float32[784]
    %6 = Sum(x=%2) {axis: [0], keepDims: false} : float32[10]
    %7 = Sum(x=%2) {axis: [1], keepDims: false} : float32[3200]
    %8 = Sum(x=%3) {axis: [0,1,2], keepDims: false} : float32[]
    return %4, %5, %6, %7, %8`,
  );
});
