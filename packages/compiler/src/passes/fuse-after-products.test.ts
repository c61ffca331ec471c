import { describe, it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { fuseAfterProducts } from './fuse-after-products.js';

it('lets a loop go on with the elements of a product that only it reads', () => {
  expectPass(
    fuseAfterProducts,
    `
    %0 = input 0 : float32[32,700]
    %1 = input 1 : float32[32,400]
    %2 = state kernel : float32[700,400]
    %3 = const [0.5] : float32[]
    %4 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[700,400]
    %9 = Fused(0=%2, 1=%4, 2=%3) : float32[700,400]
      body(%5 : float32[700,400], %6 : float32[700,400], %10 : float32[])
        %7 = Multiply(a=%6, b=%10) : float32[700,400]
        %8 = Sub(a=%5, b=%7) : float32[700,400]
        return %8
    return %3
    update kernel = %9`,
    `
    %0 = input 0 : float32[32,700]
    %1 = input 1 : float32[32,400]
    %2 = state kernel : float32[700,400]
    %3 = const [0.5] : float32[]
    %12 = Fused(0=%0, 1=%1, 2=%2, 3=%3) : float32[700,400]
      body(%4 : float32[32,700], %5 : float32[32,400], %6 : float32[700,400], %7 : float32[])
        %8 = BatchMatMul(a=%4, b=%5) {transposeA: true, transposeB: false} : float32[700,400]
        %9 = Multiply(a=%8, b=%7) : float32[700,400]
        %10 = Sub(a=%6, b=%9) : float32[700,400]
        return %10
    return %3
    update kernel = %12`,
  );
});

describe('leaves alone', () => {
  const program = (
    rows: number,
    { depth = 32, body = 'Neg(x=%4)', shape = `[${rows},400]`, more = '', transposeA = true } = {},
  ): string => `
    %0 = input 0 : float32[${transposeA ? [depth, rows] : [rows, depth]}]
    %1 = input 1 : float32[${depth},400]
    %2 = BatchMatMul(a=%0, b=%1) {transposeA: ${transposeA}, transposeB: false} : float32[${rows},400]
    %6 = Fused(0=%2) : float32${shape}
      body(%4 : float32[${rows},400])
        %5 = ${body} : float32${shape}
        return %5
    return %6${more}`;

  it.each([
    ['a product that is done before it matters', program(10)],
    ['a product that a cache keeps', program(600, { transposeA: false })],
    ['sums that take longer than writing them', program(700, { depth: 300 })],
    ['a product that is wanted by itself', program(700, { more: ', %2' })],
    ['what is reduced', program(700, { body: 'Sum(x=%4) {axis: [1], keepDims: false}', shape: '[700]' })],
  ])('%s', (_, text) => {
    expectUnchanged(fuseAfterProducts, text);
  });

  it('a product whose right factor no cache keeps', () => {
    expectUnchanged(
      fuseAfterProducts,
      `
      %0 = input 0 : float32[200,8]
      %1 = input 1 : float32[200,1400]
      %2 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[8,1400]
      %6 = Fused(0=%2) : float32[8,1400]
        body(%3 : float32[8,1400])
          %4 = Neg(x=%3) : float32[8,1400]
          return %4
      return %6`,
    );
  });

  it('a product that is read in another order', () => {
    expectUnchanged(
      fuseAfterProducts,
      `
      %0 = input 0 : float32[32,600]
      %1 = input 1 : float32[32,600]
      %2 = BatchMatMul(a=%0, b=%1) {transposeA: true, transposeB: false} : float32[600,600]
      %6 = Fused(0=%2) : float32[600,600]
        body(%3 : float32[600,600])
          %4 = Transpose(x=%3) {perm: [1,0]} : float32[600,600]
          %5 = Neg(x=%4) : float32[600,600]
          return %5
      return %6`,
    );
  });
});
