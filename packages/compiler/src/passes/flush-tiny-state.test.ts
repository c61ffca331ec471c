import { NdArray, Variable } from '@myelin/core';
import { expect, it } from 'vitest';
import { interpret } from '../interpret.js';
import type { Program } from '../ir.js';
import { parseProgram } from '../parse.js';
import { printProgram } from '../print.js';
import { flushTinyState } from './flush-tiny-state.js';

const moment = new Variable(NdArray.zeros([4]), { name: 'moment' });
const count = new Variable(NdArray.zeros([]), { name: 'count' });
const kinds = new Variable(NdArray.zeros([4], 'int32'), { name: 'kinds' });
const programOf = (lines: readonly string[]): Program =>
  parseProgram(['program train', ...lines].join('\n'), [moment, count, kinds]);

const decay = programOf([
  '%0 = state moment : float32[4]',
  '%1 = const [0.5] : float32[]',
  '%2 = Multiply(a=%0, b=%1) : float32[4]',
  'return %2',
  'update moment = %2',
]);

it('keeps what the step returns, and flushes what it leaves for the next', () => {
  const tiny = 1e-30;
  const values = new NdArray(Float64Array.of(3 * tiny, 1.9 * tiny, -1e-40, NaN), [4]);
  const { outputs, updates } = interpret(flushTinyState(decay), [], new Map([[moment, values]]));
  expect(outputs[0]?.toArray()).toEqual([1.5 * tiny, 0.95 * tiny, -5e-41, NaN]);
  expect(updates.get(moment)?.toArray()).toEqual([1.5 * tiny, 0, 0, NaN]);
});

it('prints and parses', () => {
  const text = printProgram(flushTinyState(decay));
  expect(text).toContain('%3 = FlushToZero(x=%2) {least: 1.0000000031710769e-30} : float32[4]');
  expect(printProgram(parseProgram(text, [moment]))).toBe(text);
});

it('leaves numbers alone that are no arrays of floats', () => {
  const program = programOf([
    '%0 = state count : float32[]',
    '%1 = state kinds : int32[4]',
    '%2 = Neg(x=%0) : float32[]',
    '%3 = Neg(x=%1) : int32[4]',
    'return %2',
    'update count = %2',
    'update kinds = %3',
  ]);
  expect(flushTinyState(program)).toBe(program);
});
