import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { decisionBoundary } from './decision-boundary.js';
import { decisionGridPoints } from './decision-grid.js';
import { all, num, parseXml, readAxis } from './internal/parse-xml.js';

const grid = { x: [0, 4], y: [10, 30], columns: 8, rows: 4 } as const;
/** 1 where x is above 2. */
const predicted = Array.from({ length: 32 }, (_, cell) => (cell % 8 >= 4 ? 1 : 0));

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const boxes = (path: string | null | undefined): Box[] =>
  Array.from((path ?? '').matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g), ([, ...numbers]) => {
    const [left = NaN, top = NaN, width = NaN, height = NaN] = numbers.map(Number);
    return { left, top, width, height };
  });

describe('decisionGridPoints', () => {
  it('are the middles of the cells, from below and from the left', () => {
    const points = decisionGridPoints(grid);
    expect([points.shape, points.dtype]).toEqual([[32, 2], 'float32']);
    expect(points.rows(0, 2).toArray()).toEqual([
      [0.25, 12.5],
      [0.75, 12.5],
    ]);
    expect(points.rows(31, 32).toArray()).toEqual([[3.75, 27.5]]);
  });

  it('refuse grids without cells or extent', () => {
    expect(() => decisionGridPoints({ ...grid, rows: 0 })).toThrow(/rows of 1 or more, got 8 and 0/);
    expect(() => decisionGridPoints({ ...grid, x: [1, 1] })).toThrow(/low to high, got 1 to 1/);
  });
});

describe('decisionBoundary', () => {
  it('fills the area of each class where the axes say', () => {
    const root = parseXml(decisionBoundary({ grid, predicted }));
    const [toX, toY] = [readAxis(root, 'middle'), readAxis(root, 'end')];
    const regions = all(root, 'path').filter((path) => path.hasAttribute('fill-opacity'));
    expect(regions).toHaveLength(2);
    regions.forEach((region, place) => {
      const runs = boxes(region.getAttribute('d'));
      expect(runs).toHaveLength(4);
      for (const [row, { left, top, width, height }] of runs.entries()) {
        expect(toX(left)).toBeCloseTo(place * 2, 2);
        expect(toX(left + width)).toBeCloseTo(place * 2 + 2, 2);
        expect(toY(top + height)).toBeCloseTo(10 + row * 5, 1);
        expect(toY(top)).toBeCloseTo(15 + row * 5, 1);
      }
    });
  });

  it('draws regions paler where the model is less sure', () => {
    const rows = [0.55, 0.7, 0.95, 0.3].map((one) => [one, 1 - one]);
    const root = parseXml(
      decisionBoundary({ grid: { ...grid, columns: 4, rows: 1 }, predicted: NdArray.from(rows) }),
    );
    const regions = all(root, 'path').filter((path) => path.hasAttribute('fill-opacity'));
    const [unsure = 0, fair = 0, sure = 0, other = 0] = regions.map((one) => num(one, 'fill-opacity'));
    expect(unsure).toBeLessThan(fair);
    expect(fair).toBeLessThan(sure);
    expect(other).toBe(fair);
    expect(regions[3]?.getAttribute('fill')).not.toBe(regions[2]?.getAttribute('fill'));
  });

  it('puts each example where it belongs, with the colour and the mark of its class', () => {
    const x = [
      [1, 20],
      [3, 12.5],
      [9, 20],
    ];
    const labels = ['left', 'right'];
    const root = parseXml(decisionBoundary({ grid, predicted, examples: { x, truth: [0, 1, 1] }, labels }));
    const [toX, toY] = [readAxis(root, 'middle'), readAxis(root, 'end')];
    const marks = all(root, 'path').filter((path) => path.hasAttribute('transform'));
    // Two in the legend; the example beyond the grid is left out.
    expect(marks).toHaveLength(4);
    const [left, right, first, second] = marks;
    for (const [mark, own, place] of [
      [first, left, 0],
      [second, right, 1],
    ] as const) {
      expect(mark?.getAttribute('fill')).toBe(own?.getAttribute('fill'));
      expect(mark?.getAttribute('d')).toBe(own?.getAttribute('d'));
      const [, px, py] = /translate\(([\d.]+) ([\d.]+)\)/.exec(mark?.getAttribute('transform') ?? '') ?? [];
      expect(toX(Number(px))).toBeCloseTo(x[place]?.[0] ?? NaN, 2);
      expect(toY(Number(py))).toBeCloseTo(x[place]?.[1] ?? NaN, 1);
    }
    expect(left?.getAttribute('d')).not.toBe(right?.getAttribute('d'));
    expect(all(root, 'desc')[0]?.textContent).toBe(
      'left: 50.0 % of the area, 1 example. right: 50.0 % of the area, 2 examples.',
    );
  });

  it('names classes and axes', () => {
    const root = parseXml(
      decisionBoundary({ grid, predicted, xLabel: 'petal length in cm', yLabel: 'petal width in cm' }),
    );
    const words = all(root, 'text').map((one) => one.textContent);
    expect(words).toEqual(expect.arrayContaining(['0', '1', 'petal length in cm', 'petal width in cm']));
    expect(all(root, 'title')[0]?.textContent).toBe('Classes by petal length in cm and petal width in cm');
  });

  it('refuses what it cannot draw', () => {
    expect(() => decisionBoundary({ grid, predicted: [0, 1] })).toThrow(/32 predictions, got 2/);
    expect(() => decisionBoundary({ grid, predicted, labels: ['one'] })).toThrow(/labels for 2 classes/);
    const examples = { x: [[1, 2]], truth: [0, 1] };
    expect(() => decisionBoundary({ grid, predicted, examples })).toThrow(/one length, got 1 and 2/);
    expect(() => decisionBoundary({ grid, predicted, examples: { x: [1, 2], truth: [0, 1] } })).toThrow(
      /\[n, 2\]/,
    );
    expect(() => decisionBoundary({ grid: { ...grid, y: [3, 2] }, predicted })).toThrow(/low to high/);
  });
});
