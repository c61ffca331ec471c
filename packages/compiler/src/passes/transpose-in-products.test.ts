import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { transposeInProducts } from './transpose-in-products.js';

it('reads factors transposed', () => {
  expectPass(
    transposeInProducts,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[2,4]
    %2 = Transpose(x=%0) {perm: [1,0]} : float32[3,2]
    %3 = Transpose(x=%1) {perm: [1,0]} : float32[4,2]
    %4 = BatchMatMul(a=%2, b=%3) {transposeA: false, transposeB: true} : float32[3,4]
    return %4`,
    `
    %0 = input 0 : float32[2,3]
    %1 = input 1 : float32[2,4]
    %2 = Transpose(x=%0) {perm: [1,0]} : float32[3,2]
    %3 = Transpose(x=%1) {perm: [1,0]} : float32[4,2]
    %4 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[3,4]
    return %4`,
  );
});

it('transposes a product by transposing its factors', () => {
  expectPass(
    transposeInProducts,
    `
    %0 = input 0 : float32[5,2,3]
    %1 = input 1 : float32[5,4,3]
    %2 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: true} : float32[5,2,4]
    %3 = Transpose(x=%2) {perm: [0,2,1]} : float32[5,4,2]
    return %3`,
    `
    %0 = input 0 : float32[5,2,3]
    %1 = input 1 : float32[5,4,3]
    %2 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: true} : float32[5,2,4]
    %3 = BatchMatMul(a=%1, b=%0) {transposeA: false, transposeB: true} : float32[5,4,2]
    return %3`,
  );
});

it('keeps other transposes, and products that are also needed as they are', () => {
  expectUnchanged(
    transposeInProducts,
    `
    %0 = input 0 : float32[2,3,3]
    %1 = input 1 : float32[3,3]
    %2 = Transpose(x=%0) {perm: [1,0,2]} : float32[3,2,3]
    %3 = BatchMatMul(a=%1, b=%1) {transposeA: false, transposeB: false} : float32[3,3]
    %4 = Transpose(x=%3) {perm: [1,0]} : float32[3,3]
    %5 = Transpose(x=%0) {perm: [2,0,1]} : float32[3,2,3]
    %6 = BatchMatMul(a=%2, b=%5) {transposeA: true, transposeB: false} : float32[3,3,3]
    return %3, %4, %6`,
  );
});
