import type { Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { heatmap } from './heatmap.js';
import { all, num, parseXml, saying } from './internal/parse-xml.js';

/** The cells by what they tell: the others among the rectangles are the field and the legend. */
const cellsOf = (svg: string): { title: string; rect: Element }[] =>
  all(parseXml(svg), 'rect').flatMap((rect) => {
    const [title] = all(rect, 'title');
    return title === undefined ? [] : [{ title: title.textContent ?? '', rect }];
  });

describe('heatmap', () => {
  it('shades each cell by its value, in its place', () => {
    const svg = heatmap(
      [
        [1, -0.5],
        [0, 0.25],
      ],
      { rowLabels: ['a', 'b'], columnLabels: ['x', 'y'], quantity: 'change' },
    );
    const cells = cellsOf(svg);
    const [first] = cells;
    expect(
      cells.map(({ title, rect }) => [
        title,
        Math.round((num(rect, 'x') - num(first?.rect, 'x')) / 40),
        Math.round((num(rect, 'y') - num(first?.rect, 'y')) / 40),
        num(rect, 'fill-opacity'),
      ]),
    ).toEqual([
      ['a, x: 1', 0, 0, 1],
      ['a, y: −0.5', 1, 0, 0.5],
      ['b, x: 0', 0, 1, 0],
      ['b, y: 0.25', 1, 1, 0.25],
    ]);
    const fills = cells.map(({ rect }) => rect.getAttribute('fill'));
    expect(fills[1]).not.toBe(fills[0]);
    expect(fills).toEqual([fills[0], fills[1], fills[0], fills[0]]);
    const root = parseXml(svg);
    expect(all(root, 'title')[0]?.textContent).toBe('change');
    expect(all(root, 'desc')[0]?.textContent).toBe('Highest 1 at a, x; lowest −0.5 at a, y.');
    expect(saying(root, '−1')).toHaveLength(1);
  });

  it('has one side of the legend for values of one sign', () => {
    const root = parseXml(heatmap([[0.5, 2]]));
    expect(saying(root, '−2')).toHaveLength(0);
    expect(saying(root, '2')).toHaveLength(1);
  });

  it('draws a long row within the width of a picture, and names that do not touch', () => {
    const letters = Array.from({ length: 4 }, () => Array.from({ length: 60 }, (_, j) => j - 30));
    const root = parseXml(heatmap(letters, { columnTitle: 'position', rowTitle: 'base', title: 'Splice' }));
    expect(num(root, 'width')).toBeLessThanOrEqual(464);
    const names = all(root, 'text').filter((text) => text.getAttribute('text-anchor') === 'middle');
    expect(names.length).toBeLessThan(31);
    const places = names.map((name) => num(name, 'x'));
    places.slice(1).forEach((x, i) => {
      expect(x - (places[i] ?? NaN)).toBeGreaterThan(13);
    });
    expect([saying(root, 'position'), saying(root, 'base')].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('leaves cells empty that have no value, and holds the strongest shade where it was told to', () => {
    const cells = cellsOf(heatmap([[NaN, 1, 8]], { largest: 4 }));
    expect(cells.map(({ title, rect }) => [title, num(rect, 'fill-opacity')])).toEqual([
      ['0, 1: 1', 0.25],
      ['0, 2: 8', 1],
    ]);
  });

  it('refuses what it cannot draw', () => {
    expect(() => heatmap([1, 2])).toThrow('heatmap: expected values of shape [rows, columns], got (2,)');
    expect(() => heatmap([[NaN]])).toThrow('heatmap: expected at least one finite value, got none');
    expect(() => heatmap([[1]], { rowLabels: ['a', 'b'] })).toThrow('heatmap: expected 1 rowLabels, got 2');
  });
});
