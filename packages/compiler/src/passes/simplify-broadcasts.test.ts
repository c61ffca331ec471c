import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { simplifyBroadcasts } from './simplify-broadcasts.js';

it('fills by broadcasting', () => {
  expectPass(
    simplifyBroadcasts,
    `
    %0 = input 0 : float32[2]
    %1 = ZerosLike(x=%0) : float32[2]
    %2 = OnesLike(x=%0) : float32[2]
    %3 = Fill() {shape: [3], value: 1, dtype: "int32"} : int32[3]
    return %1, %2, %3`,
    `
    %0 = input 0 : float32[2]
    %4 = const [0] : float32[]
    %5 = const [1] : float32[]
    %6 = const [1] : int32[]
    %1 = BroadcastTo(x=%4) {shape: [2]} : float32[2]
    %2 = BroadcastTo(x=%5) {shape: [2]} : float32[2]
    %3 = BroadcastTo(x=%6) {shape: [3]} : int32[3]
    return %1, %2, %3`,
  );
});

it('computes before it broadcasts', () => {
  expectPass(
    simplifyBroadcasts,
    `
    %0 = input 0 : float32[3]
    %1 = input 1 : float32[]
    %2 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %3 = BroadcastTo(x=%1) {shape: [2,3]} : float32[2,3]
    %4 = Add(a=%2, b=%3) : float32[2,3]
    %5 = Exp(x=%4) : float32[2,3]
    return %5`,
    `
    %0 = input 0 : float32[3]
    %1 = input 1 : float32[]
    %2 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %3 = BroadcastTo(x=%1) {shape: [2,3]} : float32[2,3]
    %4 = Add(a=%0, b=%1) : float32[3]
    %5 = BroadcastTo(x=%4) {shape: [2,3]} : float32[2,3]
    %6 = Exp(x=%4) : float32[3]
    %7 = BroadcastTo(x=%6) {shape: [2,3]} : float32[2,3]
    return %7`,
  );
});

it('moves what is the same everywhere before it is repeated', () => {
  expectPass(
    simplifyBroadcasts,
    `
    %0 = input 0 : float32[]
    %1 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %2 = Reshape(x=%1) {shape: [6]} : float32[6]
    %3 = Transpose(x=%1) {perm: [1,0]} : float32[3,2]
    return %2, %3`,
    `
    %0 = input 0 : float32[]
    %1 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %4 = Reshape(x=%0) {shape: []} : float32[]
    %2 = BroadcastTo(x=%4) {shape: [6]} : float32[6]
    %5 = Reshape(x=%0) {shape: []} : float32[]
    %3 = BroadcastTo(x=%5) {shape: [3,2]} : float32[3,2]
    return %2, %3`,
  );
});

it('adds axes of size 1 before it repeats others', () => {
  expectPass(
    simplifyBroadcasts,
    `
    %0 = input 0 : float32[3]
    %1 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %2 = Reshape(x=%1) {shape: [2,1,3]} : float32[2,1,3]
    return %2`,
    `
    %0 = input 0 : float32[3]
    %1 = BroadcastTo(x=%0) {shape: [2,3]} : float32[2,3]
    %3 = Reshape(x=%0) {shape: [1,1,3]} : float32[1,1,3]
    %2 = BroadcastTo(x=%3) {shape: [2,1,3]} : float32[2,1,3]
    return %2`,
  );
});

it('lets a condition that chooses rows be broadcast as others are', () => {
  expectPass(
    simplifyBroadcasts,
    `
    %0 = input 0 : bool[2]
    %1 = input 1 : float32[2,2]
    %2 = Select(condition=%0, t=%1, e=%1) : float32[2,2]
    return %2`,
    `
    %0 = input 0 : bool[2]
    %1 = input 1 : float32[2,2]
    %3 = Reshape(x=%0) {shape: [2,1]} : bool[2,1]
    %2 = Select(condition=%3, t=%1, e=%1) : float32[2,2]
    return %2`,
  );
});

it('does not let a condition that was broadcast choose rows', () => {
  expectPass(
    simplifyBroadcasts,
    `
    %0 = input 0 : bool[2]
    %1 = input 1 : float32[2,2]
    %4 = BroadcastTo(x=%0) {shape: [2,2]} : bool[2,2]
    %2 = Select(condition=%4, t=%1, e=%1) : float32[2,2]
    return %2`,
    `
    %0 = input 0 : bool[2]
    %1 = input 1 : float32[2,2]
    %4 = BroadcastTo(x=%0) {shape: [2,2]} : bool[2,2]
    %3 = Reshape(x=%0) {shape: [1,2]} : bool[1,2]
    %2 = Select(condition=%3, t=%1, e=%1) : float32[2,2]
    return %2`,
  );
});

it('keeps other operands as they are', () => {
  expectUnchanged(
    simplifyBroadcasts,
    `
    %0 = input 0 : float32[2,2]
    %1 = const [1,2] : float32[2]
    %2 = BroadcastTo(x=%1) {shape: [2,2]} : float32[2,2]
    %3 = BatchMatMul(a=%0, b=%2) {transposeA: false, transposeB: false} : float32[2,2]
    %4 = Sum(x=%2) {axis: [0], keepDims: false} : float32[2]
    return %3, %4`,
  );
});
