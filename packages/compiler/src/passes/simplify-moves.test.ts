import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { simplifyMoves } from './simplify-moves.js';

it('leaves out what moves nothing', () => {
  expectPass(
    simplifyMoves,
    `
    %0 = input 0 : float32[2,3]
    %1 = Identity(x=%0) : float32[2,3]
    %2 = Cast(x=%1) {dtype: "float32"} : float32[2,3]
    %3 = Reshape(x=%2) {shape: [2,3]} : float32[2,3]
    %4 = Transpose(x=%3) {perm: [0,1]} : float32[2,3]
    %5 = Slice(x=%4) {begin: [0,0], size: [2,3]} : float32[2,3]
    %6 = PadV2(x=%5) {paddings: [[0,0],[0,0]], constantValue: 0} : float32[2,3]
    %7 = Tile(x=%6) {reps: [1,1]} : float32[2,3]
    %8 = BroadcastTo(x=%7) {shape: [2,3]} : float32[2,3]
    %9 = Reverse(x=%8) {dims: []} : float32[2,3]
    %10 = Concat(0=%9) {axis: 0} : float32[2,3]
    %11 = Neg(x=%10) : float32[2,3]
    return %11
    update v = %10`,
    `
    %0 = input 0 : float32[2,3]
    %1 = Neg(x=%0) : float32[2,3]
    return %1
    update v = %0`,
  );
});

it('adds and removes axes of size 1 by Reshape alone', () => {
  expectPass(
    simplifyMoves,
    `
    %0 = input 0 : float32[3,1,2]
    %1 = ExpandDims(input=%0) {dim: 0} : float32[1,3,1,2]
    %2 = Transpose(x=%0) {perm: [1,0,2]} : float32[1,3,2]
    %3 = Pack(0=%0) {axis: -1} : float32[3,1,2,1]
    return %1, %2, %3`,
    `
    %0 = input 0 : float32[3,1,2]
    %1 = Reshape(x=%0) {shape: [1,3,1,2]} : float32[1,3,1,2]
    %2 = Reshape(x=%0) {shape: [1,3,2]} : float32[1,3,2]
    %3 = Reshape(x=%0) {shape: [3,1,2,1]} : float32[3,1,2,1]
    return %1, %2, %3`,
  );
});

it('makes one move of several in a row', () => {
  expectPass(
    simplifyMoves,
    `
    %0 = input 0 : float32[2,3,4]
    %1 = Reshape(x=%0) {shape: [6,4]} : float32[6,4]
    %2 = Reshape(x=%1) {shape: [24]} : float32[24]
    %3 = Transpose(x=%0) {perm: [1,2,0]} : float32[3,4,2]
    %4 = Transpose(x=%3) {perm: [0,2,1]} : float32[3,2,4]
    %5 = Transpose(x=%4) {perm: [1,0,2]} : float32[2,3,4]
    return %2, %4, %5`,
    `
    %0 = input 0 : float32[2,3,4]
    %1 = Reshape(x=%0) {shape: [6,4]} : float32[6,4]
    %2 = Reshape(x=%0) {shape: [24]} : float32[24]
    %3 = Transpose(x=%0) {perm: [1,2,0]} : float32[3,4,2]
    %4 = Transpose(x=%0) {perm: [1,0,2]} : float32[3,2,4]
    return %2, %4, %0`,
  );
});

it('repeats axes of size 1 by BroadcastTo, once', () => {
  expectPass(
    simplifyMoves,
    `
    %0 = input 0 : float32[2,1]
    %1 = Tile(x=%0) {reps: [1,3]} : float32[2,3]
    %2 = BroadcastTo(x=%1) {shape: [4,2,3]} : float32[4,2,3]
    %3 = Tile(x=%0) {reps: [2,1]} : float32[4,1]
    return %2, %3`,
    `
    %0 = input 0 : float32[2,1]
    %1 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %2 = BroadcastTo(x=%0) {shape: [4,2,3]} : float32[4,2,3]
    %3 = Tile(x=%0) {reps: [2,1]} : float32[4,1]
    return %2, %3`,
  );
});

it('casts what was a bool at once', () => {
  expectPass(
    simplifyMoves,
    `
    %0 = input 0 : bool[2]
    %1 = Cast(x=%0) {dtype: "int32"} : int32[2]
    %2 = Cast(x=%1) {dtype: "float32"} : float32[2]
    return %2`,
    `
    %0 = input 0 : bool[2]
    %1 = Cast(x=%0) {dtype: "int32"} : int32[2]
    %2 = Cast(x=%0) {dtype: "float32"} : float32[2]
    return %2`,
  );
});

it('keeps moves and casts that do something', () => {
  expectUnchanged(
    simplifyMoves,
    `
    %0 = input 0 : float32[2,3]
    %1 = Cast(x=%0) {dtype: "int32"} : int32[2,3]
    %2 = Cast(x=%1) {dtype: "float32"} : float32[2,3]
    %3 = Transpose(x=%0) {perm: [1,0]} : float32[3,2]
    %4 = Reverse(x=%0) {dims: [1]} : float32[2,3]
    %5 = Slice(x=%0) {begin: [1,0], size: [1,3]} : float32[1,3]
    return %2, %3, %4, %5`,
  );
});

it('goes into bodies', () => {
  expectPass(
    simplifyMoves,
    `
    %0 = input 0 : float32[2]
    %4 = Scan(0=%0) {carries: 1, steps: 0, length: 3, reverse: false} : float32[2]
      body(%1 : float32[2])
        %2 = Identity(x=%1) : float32[2]
        %3 = Neg(x=%2) : float32[2]
        return %3
    return %4`,
    `
    %0 = input 0 : float32[2]
    %4 = Scan(0=%0) {carries: 1, steps: 0, length: 3, reverse: false} : float32[2]
      body(%1 : float32[2])
        %3 = Neg(x=%1) : float32[2]
        return %3
    return %4`,
  );
});
