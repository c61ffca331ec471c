import { describe, expect, it } from 'vitest';
import { fromCsv } from '../index.js';

describe('fromCsv', () => {
  it('takes all columns but the target, or those that are named, in their order', () => {
    const text = 'a,b,c\n1,2,3\n4,5,6\n';
    const { x, y, features, target } = fromCsv(text, { target: 'b' });
    expect([x.toArray(), y.toArray(), features, target]).toEqual([
      [
        [1, 3],
        [4, 6],
      ],
      [2, 5],
      ['a', 'c'],
      'b',
    ]);
    expect(fromCsv(text, { features: ['c', 'a'] }).x.toArray()).toEqual([
      [3, 1],
      [6, 4],
    ]);
    expect(fromCsv(text)).toEqual({
      x: fromCsv(text, { features: ['a', 'b', 'c'] }).x,
      features: ['a', 'b', 'c'],
    });
  });

  it.each([
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['carriage returns', 'a,b\r\n1,2\r\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2'],
    ['quotes and blanks', '"a", b \n"1", 2 '],
    ['empty lines', '\na,b\n\n1,2\n , \n'],
    ['other notations of numbers', 'a,b\n1e0,+2.0'],
  ])('understands %s', (_, text) => {
    const { x, y } = fromCsv(text, { features: ['a'], target: 'b' });
    expect([x.toArray(), y.toArray()]).toEqual([[[1]], [2]]);
  });

  it('reads one column without any separator', () => {
    expect(fromCsv('a\n1\n2').x.toArray()).toEqual([[1], [2]]);
  });

  it.each([
    [
      'a missing column',
      'water,age\n1,2',
      { target: 'watr' },
      'houses.csv: expected one of the columns "water", "age", got "watr". Did you mean "water"?',
    ],
    ['a word', 'a,b\n1,2\n3,four', {}, 'houses.csv: expected a number in row 2, column "b", got "four".'],
    ['an empty cell', 'a,b\n1,\n3,4', {}, 'expected a number in row 1, column "b", got an empty cell.'],
    ['a short row', 'a,b\n1,2\n3', {}, 'expected a number in row 2, column "b", got a row of 1 cells.'],
    ['infinity', 'a\nInfinity', {}, 'got "Infinity"'],
    ['an open quote', 'a,b\n"1,2\n', {}, 'expected closed quotes'],
    ['no rows', 'a,b\n', {}, 'a line of column names and lines of numbers, got 1 lines'],
    ['nothing', '', {}, 'got 0 lines'],
    ['two columns of one name', 'a,a\n1,2', {}, 'got "a" twice'],
  ])('says what is wrong: %s', (_, text, options, message) => {
    expect(() => fromCsv(text, { ...options, name: 'houses.csv' })).toThrow(message);
  });
});
