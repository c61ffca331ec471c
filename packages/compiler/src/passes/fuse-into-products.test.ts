import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { removeDeadCode } from './remove-dead-code.js';
import { fuseIntoProducts } from './fuse-into-products.js';

const fuse = (program: Parameters<typeof fuseIntoProducts>[0]) => removeDeadCode(fuseIntoProducts(program));

it('adds the bias and applies relu in a product', () => {
  expectPass(
    fuse,
    `
    %0 = input 0 : float32[2,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[4]
    %3 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: false} : float32[2,4]
    %4 = Add(a=%2, b=%3) : float32[2,4]
    %5 = Relu(x=%4) : float32[2,4]
    return %5`,
    `
    %0 = input 0 : float32[2,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[4]
    %5 = _FusedMatMul(a=%0, b=%1, bias=%2) {transposeA: false, transposeB: false, activation: "relu"} : float32[2,4]
    return %5`,
  );
});

it('does so through a Reshape that keeps the last axis', () => {
  expectPass(
    fuse,
    `
    %0 = input 0 : float32[6,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[1,4]
    %3 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: false} : float32[6,4]
    %4 = Reshape(x=%3) {shape: [2,3,4]} : float32[2,3,4]
    %5 = Add(a=%4, b=%2) : float32[2,3,4]
    %6 = Relu(x=%5) : float32[2,3,4]
    return %6`,
    `
    %0 = input 0 : float32[6,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[1,4]
    %3 = Reshape(x=%2) {shape: [4]} : float32[4]
    %5 = _FusedMatMul(a=%0, b=%1, bias=%3) {transposeA: false, transposeB: false, activation: "relu"} : float32[6,4]
    %6 = Reshape(x=%5) {shape: [2,3,4]} : float32[2,3,4]
    return %6`,
  );
});

it('does so where the axes of the bias are those into which the last axis is reshaped', () => {
  expectPass(
    fuse,
    `
    %0 = input 0 : float32[6,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[2,2]
    %3 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: false} : float32[6,4]
    %4 = Reshape(x=%3) {shape: [6,2,2]} : float32[6,2,2]
    %5 = Add(a=%4, b=%2) : float32[6,2,2]
    return %5`,
    `
    %0 = input 0 : float32[6,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[2,2]
    %3 = Reshape(x=%2) {shape: [4]} : float32[4]
    %4 = _FusedMatMul(a=%0, b=%1, bias=%3) {transposeA: false, transposeB: false, activation: "linear"} : float32[6,4]
    %5 = Reshape(x=%4) {shape: [6,2,2]} : float32[6,2,2]
    return %5`,
  );
  expectUnchanged(
    fuse,
    `
    %0 = input 0 : float32[6,3]
    %1 = state kernel : float32[3,4]
    %2 = state bias : float32[1,4,1]
    %3 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: false} : float32[6,4]
    %4 = Reshape(x=%3) {shape: [3,4,2]} : float32[3,4,2]
    %5 = Add(a=%4, b=%2) : float32[3,4,2]
    return %5`,
  );
});

it('does so in a convolution', () => {
  expectPass(
    fuse,
    `
    %0 = input 0 : float32[1,3,3,1]
    %1 = state kernel : float32[2,2,1,4]
    %2 = state bias : float32[4]
    %3 = Conv2D(x=%0, filter=%1) {strides: [1,1], pad: "valid", dataFormat: "NHWC", dilations: [1,1]} : float32[1,2,2,4]
    %4 = Add(a=%3, b=%2) : float32[1,2,2,4]
    return %4`,
    `
    %0 = input 0 : float32[1,3,3,1]
    %1 = state kernel : float32[2,2,1,4]
    %2 = state bias : float32[4]
    %4 = FusedConv2D(x=%0, filter=%1, bias=%2) {strides: [1,1], pad: "valid", dataFormat: "NHWC", dilations: [1,1], activation: "linear"} : float32[1,2,2,4]
    return %4`,
  );
});

it('keeps what is read in between, other addends and other activations', () => {
  expectUnchanged(
    fuse,
    `
    %0 = input 0 : float32[2,2]
    %1 = state bias : float32[2]
    %2 = BatchMatMul(a=%0, b=%0) {transposeA: false, transposeB: false} : float32[2,2]
    %3 = Add(a=%2, b=%1) : float32[2,2]
    %4 = BatchMatMul(a=%0, b=%0) {transposeA: true, transposeB: false} : float32[2,2]
    %5 = Add(a=%4, b=%0) : float32[2,2]
    %6 = BatchMatMul(a=%0, b=%0) {transposeA: true, transposeB: true} : float32[2,2]
    %7 = Tanh(x=%6) : float32[2,2]
    return %2, %3, %5, %7`,
  );
});
