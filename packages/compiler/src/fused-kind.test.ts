import { expect, it } from 'vitest';
import { fusedKind } from './fused-kind.js';
import type { Operation } from './ir.js';
import { parseProgram } from './parse.js';

/** An operation with this body; what is around it does not matter. */
function fused(parameters: string, ...lines: string[]): Operation {
  const text = [
    'program p',
    '%99 = Fused() : float32[]',
    `  body(${parameters})`,
    ...lines.map((line) => `    ${line}`),
    'return',
  ];
  return parseProgram(text.join('\n')).operations[0] as Operation;
}

const x = '%0 : float32[2,3], %1 : float32[3,2]';

it.each([
  ['one elementwise operation', fused(x, '%2 = Exp(x=%0) : float32[2,3]', 'return %2')],
  [
    'several results of one shape, and what is broadcast to it',
    fused(
      `${x}, %9 : float32[3]`,
      '%2 = Exp(x=%9) : float32[3]',
      '%3 = Add(a=%0, b=%2) : float32[2,3]',
      '%4 = Neg(x=%3) : float32[2,3]',
      'return %3, %4',
    ),
  ],
  [
    'views of parameters',
    fused(
      x,
      '%2 = Reshape(x=%0) {shape: [3,2]} : float32[3,2]',
      '%3 = Transpose(x=%1) {perm: [1,0]} : float32[2,3]',
      '%4 = Reshape(x=%3) {shape: [2,1,3]} : float32[2,1,3]',
      '%5 = Transpose(x=%2) {perm: [1,0]} : float32[2,3]',
      '%6 = Add(a=%4, b=%5) : float32[2,2,3]',
      'return %6',
    ),
  ],
])('a loop: %s', (_, operation) => {
  expect(fusedKind(operation)).toBe('loop');
});

it.each([
  ['nothing else', fused(x, '%2 = Sum(x=%0) {axis: [0], keepDims: false} : float32[3]', 'return %2')],
  [
    'with operations before and after it, through a view',
    fused(
      `${x}, %9 : float32[]`,
      '%2 = Transpose(x=%1) {perm: [1,0]} : float32[2,3]',
      '%3 = Multiply(a=%0, b=%2) : float32[2,3]',
      '%4 = Max(x=%3) {reductionIndices: [0], keepDims: true} : float32[1,3]',
      '%5 = Add(a=%4, b=%9) : float32[1,3]',
      'return %5',
    ),
  ],
])('a reduction: %s', (_, operation) => {
  expect(fusedKind(operation)).toBe('reduction');
});

it.each([
  [
    'columns computed with what their row was folded into',
    fused(
      x,
      '%2 = Exp(x=%0) : float32[2,3]',
      '%3 = Sum(x=%2) {axis: [1], keepDims: true} : float32[2,1]',
      '%4 = Sub(a=%2, b=%3) : float32[2,3]',
      'return %3, %4',
    ),
  ],
  [
    'softmax, and numbers whose axis is dropped and put back',
    fused(
      `${x}, %9 : float32[2]`,
      '%2 = Transpose(x=%1) {perm: [1,0]} : float32[2,3]',
      '%3 = Softmax(logits=%2) {dim: 1} : float32[2,3]',
      '%4 = Mean(x=%3) {axis: [1], keepDims: false} : float32[2]',
      '%5 = Add(a=%4, b=%9) : float32[2]',
      '%6 = Reshape(x=%5) {shape: [2,1]} : float32[2,1]',
      '%7 = Multiply(a=%0, b=%6) : float32[2,3]',
      'return %4, %7',
    ),
  ],
])('a pass over rows: %s', (_, operation) => {
  expect(fusedKind(operation)).toBe('rows');
});

it.each([
  [
    'numbers of rows that are read along the columns',
    fused(
      '%0 : float32[3,3]',
      '%2 = Sum(x=%0) {axis: [1], keepDims: false} : float32[3]',
      '%3 = Sub(a=%0, b=%2) : float32[3,3]',
      '%4 = Max(x=%3) {reductionIndices: [1], keepDims: false} : float32[3]',
      'return %4',
    ),
  ],
  [
    'a parameter that is read both ways',
    fused(
      '%0 : float32[3,3], %1 : float32[3]',
      '%2 = Sub(a=%0, b=%1) : float32[3,3]',
      '%3 = Sum(x=%2) {axis: [1], keepDims: false} : float32[3]',
      '%4 = Max(x=%2) {reductionIndices: [1], keepDims: false} : float32[3]',
      '%5 = Multiply(a=%3, b=%1) : float32[3]',
      'return %4, %5',
    ),
  ],
  [
    'columns that are reshaped',
    fused(
      x,
      '%2 = Softmax(logits=%0) {dim: 1} : float32[2,3]',
      '%3 = Reshape(x=%2) {shape: [3,2]} : float32[3,2]',
      '%4 = Neg(x=%3) : float32[3,2]',
      'return %4',
    ),
  ],
  ['another op', { ...fused(x, '%2 = Exp(x=%0) : float32[2,3]', 'return %2'), op: 'Cond' }],
  ['a result that is a parameter', fused(x, '%2 = Exp(x=%0) : float32[2,3]', 'return %0')],
  ['no result', fused(x, '%2 = Exp(x=%0) : float32[2,3]', 'return')],
  [
    'results of several shapes',
    fused(x, '%2 = Exp(x=%0) : float32[2,3]', '%3 = Exp(x=%1) : float32[3,2]', 'return %2, %3'),
  ],
  [
    'an operation over a larger shape than the result',
    fused(x, '%2 = Exp(x=%0) : float32[2,3]', '%3 = Exp(x=%1) : float32[3,2]', 'return %3'),
  ],
  [
    'a view of what is computed',
    fused(
      x,
      '%2 = Exp(x=%0) : float32[2,3]',
      '%3 = Transpose(x=%2) {perm: [1,0]} : float32[3,2]',
      '%4 = Neg(x=%3) : float32[3,2]',
      'return %4',
    ),
  ],
  [
    'a Reshape of a view',
    fused(
      x,
      '%2 = Transpose(x=%0) {perm: [1,0]} : float32[3,2]',
      '%3 = Reshape(x=%2) {shape: [6]} : float32[6]',
      '%4 = Neg(x=%3) : float32[6]',
      'return %4',
    ),
  ],
  [
    'a product',
    fused(
      x,
      '%2 = BatchMatMul(a=%0, b=%1) {transposeA: false, transposeB: false} : float32[2,2]',
      'return %2',
    ),
  ],
  [
    'a condition that chooses rows',
    fused(
      '%0 : bool[2], %1 : float32[2,2]',
      '%2 = Select(condition=%0, t=%1, e=%1) : float32[2,2]',
      'return %2',
    ),
  ],
  [
    'two reductions',
    fused(
      x,
      '%2 = Sum(x=%0) {axis: [0], keepDims: false} : float32[3]',
      '%3 = Sum(x=%2) {axis: [0], keepDims: false} : float32[]',
      'return %3',
    ),
  ],
  [
    'a reduction and what it reduces',
    fused(
      x,
      '%2 = Exp(x=%0) : float32[2,3]',
      '%3 = Sum(x=%2) {axis: [0], keepDims: false} : float32[3]',
      'return %2, %3',
    ),
  ],
  [
    'what was reduced, used again',
    fused(
      x,
      '%2 = Exp(x=%0) : float32[2,3]',
      '%3 = Sum(x=%2) {axis: [0], keepDims: true} : float32[1,3]',
      '%4 = Sub(a=%2, b=%3) : float32[2,3]',
      'return %4',
    ),
  ],
])('neither: %s', (_, operation) => {
  expect(fusedKind(operation)).toBeUndefined();
});
