import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { heatmap } from './heatmap.js';
import { all, num, parseXml, saying } from './internal/parse-xml.js';

const values = [
  [1, 0, 0.25],
  [-0.5, 0.125, 2],
];
const labels = { rowLabels: ['up', 'down'], columnLabels: ['a', 'b', 'c'] };

const cellsOf = (svg: string) =>
  all(parseXml(svg), 'rect')
    .slice(1)
    .map((rect) => ({ rect, title: all(rect.parentNode as never, 'title')[0]?.textContent ?? '' }));

describe('heatmap', () => {
  it('places each value in its row and column, under its shade', () => {
    const svg = heatmap({ values, ...labels });
    const [field] = all(parseXml(svg), 'rect');
    const [width, height] = [num(field, 'width') / 3, num(field, 'height') / 2];
    const drawn = cellsOf(svg).map(({ rect, title }) => [
      title,
      Math.round((num(rect, 'y') - num(field, 'y')) / height),
      Math.round((num(rect, 'x') - num(field, 'x')) / width),
      num(rect, 'fill-opacity'),
    ]);
    expect(drawn).toEqual([
      ['up, a: 1', 0, 0, 0.5],
      ['up, b: 0', 0, 1, 0],
      ['up, c: 0.25', 0, 2, 0.13],
      ['down, a: −0.5', 1, 0, 0.25],
      ['down, b: 0.125', 1, 1, 0.06],
      ['down, c: 2', 1, 2, 1],
    ]);
  });

  it('has the labels of rows before them and those of columns above them', () => {
    const svg = heatmap({ values, ...labels, rowName: 'answer', columnName: 'question' });
    const root = parseXml(svg);
    const [field] = all(root, 'rect');
    const [down, c] = [saying(root, 'down')[0], saying(root, 'c')[0]];
    expect(num(down, 'x')).toBeLessThan(num(field, 'x'));
    expect(num(down, 'y')).toBeGreaterThan(num(field, 'y') + num(field, 'height') / 2);
    expect(num(c, 'x')).toBeCloseTo(num(field, 'x') + (num(field, 'width') * 2.5) / 3, 1);
    expect(num(c, 'y')).toBeLessThan(num(field, 'y'));
    expect(all(root, 'title')[0]?.textContent).toBe('answer by question');
    expect([saying(root, 'answer').length, saying(root, 'question').length]).toEqual([1, 1]);
  });

  it('tells what is above 0 from what is below by colour', () => {
    const fills = cellsOf(heatmap({ values })).map(({ rect }) => rect.getAttribute('fill'));
    expect(fills[3]).not.toBe(fills[0]);
    expect(fills.filter((fill) => fill === fills[0])).toHaveLength(5);
  });

  it('takes the strongest shade from the caller, too', () => {
    const shades = (strongest: number) =>
      cellsOf(heatmap({ values, strongest })).map(({ rect }) => num(rect, 'fill-opacity'));
    expect(shades(4)).toEqual([0.25, 0, 0.06, 0.13, 0.03, 0.5]);
    expect(shades(0.5)).toEqual([1, 0, 0.5, 1, 0.25, 1]);
    expect(cellsOf(heatmap({ values: [[0, 0]] })).map(({ rect }) => num(rect, 'fill-opacity'))).toEqual([
      0, 0,
    ]);
  });

  it('writes values where there is room', () => {
    const root = parseXml(heatmap({ values: [[0.123456, -3]] }));
    expect(all(root, 'text').map(({ textContent }) => textContent)).toEqual(['0.12', '−3']);
    const wide = heatmap({ values: NdArray.zeros([2, 100]), columnLabels: Array<string>(100).fill('x') });
    const texts = all(parseXml(wide), 'text');
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.length).toBeLessThan(50);
    expect(num(parseXml(wide), 'width')).toBeLessThan(500);
  });

  it('says in words where each row is strongest', () => {
    const [description] = all(parseXml(heatmap({ values, ...labels })), 'desc');
    expect(description?.textContent).toBe('The strongest of each row. up: a with 1. down: c with 2.');
  });

  it('refuses what it cannot draw', () => {
    expect(() => heatmap({ values: [1, 2] })).toThrow('(rows, columns)');
    expect(() => heatmap({ values: NdArray.zeros([0, 3]) })).toThrow('got (0, 3)');
    expect(() => heatmap({ values: [[NaN]] })).toThrow('finite');
    expect(() => heatmap({ values, rowLabels: ['one'] })).toThrow('2 `rowLabels`, got 1');
    expect(() => heatmap({ values, strongest: 0 })).toThrow('`strongest` above 0');
  });

  it('leaves cells empty that have no finite value', () => {
    const svg = heatmap({
      values: [
        [1, NaN],
        [-2, 0.5],
      ],
      rowLabels: ['a', 'b'],
      columnLabels: ['x', 'y'],
    });
    for (const words of ['a, x: 1', 'b, x: −2', 'b, y: 0.5']) expect(svg).toContain(words);
    expect(svg).not.toContain('NaN');
  });
});
