import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { permuteInProducts } from './permute-in-products.js';
import { removeDeadCode } from './remove-dead-code.js';
import { simplify } from './simplify.js';

const permute = (program: Parameters<typeof permuteInProducts>[0]) =>
  removeDeadCode(simplify(permuteInProducts(program)));

it('reads heads that lie side by side', () => {
  expectPass(
    permute,
    `
    %0 = input 0 : float32[2,5,3,4]
    %1 = input 1 : float32[2,7,3,4]
    %2 = Transpose(x=%0) {perm: [0,2,1,3]} : float32[2,3,5,4]
    %3 = Reshape(x=%2) {shape: [6,5,4]} : float32[6,5,4]
    %4 = Transpose(x=%1) {perm: [0,2,3,1]} : float32[2,3,4,7]
    %5 = Reshape(x=%4) {shape: [6,4,7]} : float32[6,4,7]
    %6 = BatchMatMul(a=%3, b=%5) {transposeA: false, transposeB: false} : float32[6,5,7]
    %7 = Reshape(x=%6) {shape: [2,3,5,7]} : float32[2,3,5,7]
    return %7`,
    `
    %0 = input 0 : float32[2,5,3,4]
    %1 = input 1 : float32[2,7,3,4]
    %2 = PermutedMatMul(a=%0, b=%1) {transposeA: false, transposeB: true, permA: [0,2,1,3], permB: [0,2,1,3], permResult: [0,1,2,3]} : float32[2,3,5,7]
    return %2`,
  );
});

it('writes them side by side', () => {
  expectPass(
    permute,
    `
    %0 = input 0 : float32[6,5,7]
    %1 = input 1 : float32[2,7,3,4]
    %2 = Transpose(x=%1) {perm: [0,2,1,3]} : float32[2,3,7,4]
    %3 = Reshape(x=%2) {shape: [6,7,4]} : float32[6,7,4]
    %4 = BatchMatMul(a=%0, b=%3) {transposeA: false, transposeB: false} : float32[6,5,4]
    %5 = Reshape(x=%4) {shape: [2,3,5,4]} : float32[2,3,5,4]
    %6 = Transpose(x=%5) {perm: [0,2,1,3]} : float32[2,5,3,4]
    return %6`,
    `
    %0 = input 0 : float32[6,5,7]
    %1 = input 1 : float32[2,7,3,4]
    %2 = Reshape(x=%0) {shape: [2,3,5,7]} : float32[2,3,5,7]
    %3 = PermutedMatMul(a=%2, b=%1) {transposeA: false, transposeB: false, permA: [0,1,2,3], permB: [0,2,1,3], permResult: [0,2,1,3]} : float32[2,5,3,4]
    return %3`,
  );
});

it('computes the transposed product where columns come before rows', () => {
  expectPass(
    permute,
    `
    %0 = input 0 : float32[6,5,4]
    %1 = input 1 : float32[6,5,7]
    %2 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[6,4,7]
    %3 = Reshape(x=%2) {shape: [2,3,4,7]} : float32[2,3,4,7]
    %4 = Transpose(x=%3) {perm: [0,3,1,2]} : float32[2,7,3,4]
    return %4`,
    `
    %0 = input 0 : float32[6,5,4]
    %1 = input 1 : float32[6,5,7]
    %2 = Reshape(x=%0) {shape: [2,3,5,4]} : float32[2,3,5,4]
    %3 = Reshape(x=%1) {shape: [2,3,5,7]} : float32[2,3,5,7]
    %4 = PermutedMatMul(a=%3, b=%2) {transposeA: true, transposeB: false, permA: [0,1,2,3], permB: [0,1,2,3], permResult: [0,2,1,3]} : float32[2,7,3,4]
    return %4`,
  );
});

it('leaves factors in which neither rows nor columns are whole, shared ones, and products that others read', () => {
  expectUnchanged(
    permuteInProducts,
    `
    %0 = input 0 : float32[2,3,4]
    %1 = input 1 : float32[3,5]
    %2 = Transpose(x=%0) {perm: [2,0,1]} : float32[4,2,3]
    %3 = BatchMatMul(a=%2, b=%1) {transposeA: false, transposeB: false} : float32[4,2,5]
    %4 = Transpose(x=%0) {perm: [2,1,0]} : float32[4,3,2]
    %5 = BatchMatMul(a=%4, b=%4) {transposeA: false, transposeB: true} : float32[4,3,3]
    %6 = Transpose(x=%5) {perm: [1,0,2]} : float32[3,4,3]
    return %3, %5, %6`,
  );
});
