import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { classScatter } from './class-scatter.js';
import { all, parseXml, readAxis, saying } from './internal/parse-xml.js';

const points = [
  [-1, 10],
  [0.5, 20],
  [2, 15],
  [NaN, 12],
];

/** Where the marks of each class are; those of the legend come first. */
const placesOf = (svg: string): [x: number, y: number][][] =>
  all(parseXml(svg), 'path')
    .filter((path) => path.getAttribute('fill-opacity') !== null && all(path, 'title').length > 0)
    .map((path) =>
      Array.from((path.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)m/g), ([, x, y]) => [
        Number(x),
        Number(y),
      ]),
    );

describe('classScatter', () => {
  it('draws every finite point where the axes say, by class', () => {
    const svg = classScatter({
      points,
      classes: [1, 0, 1, 0],
      labels: ['a', 'b'],
      xLabel: 'z₁',
      yLabel: 'z₂',
    });
    const [toX, toY] = [readAxis(parseXml(svg), 'middle'), readAxis(parseXml(svg), 'end')];
    const values = placesOf(svg).map((places) => places.map(([x, y]) => [toX(x), toY(y)]));
    expect(values.map((group) => group.length)).toEqual([1, 2]);
    [
      [0.5, 20],
      [-1, 10],
      [2, 15],
    ].forEach(([x = NaN, y = NaN], i) => {
      expect(values.flat()[i]?.[0]).toBeCloseTo(x, 1);
      expect(values.flat()[i]?.[1]).toBeCloseTo(y, 1);
    });
    for (const words of ['a', 'b', 'z₁', 'z₂']) expect(saying(parseXml(svg), words)).toHaveLength(1);
    expect(all(parseXml(svg), 'desc')[0]?.textContent).toBe(
      'a: 1 point around 0.5, 20. b: 2 points around 0.5, 12.5.',
    );
  });

  it('has a mark of its own for each of 15 classes, and takes what models take', () => {
    const classes = NdArray.from(Uint8Array.from({ length: 15 }, (_, i) => i));
    const svg = classScatter({
      points: NdArray.from(Array.from({ length: 15 }, (_, i) => [i, i % 4])),
      classes,
    });
    const drawn = all(parseXml(svg), 'path').filter((path) => all(path, 'title').length > 0);
    const kinds = drawn.map((path) => [
      path.getAttribute('fill'),
      path.getAttribute('d')?.replace(/^M[\d.]+ [\d.]+/, ''),
    ]);
    expect(new Set(kinds.map((kind) => kind.join())).size).toBe(15);
    expect(saying(parseXml(svg), '14')).toHaveLength(2);
    const oneHot = classScatter({ points: [[0, 0]], classes: [[0, 1, 0]] });
    expect(all(parseXml(oneHot), 'desc')[0]?.textContent).toBe(
      '0: no points. 1: 1 point around 0, 0. 2: no points.',
    );
  });

  it('refuses what it cannot draw', () => {
    const classes = [0];
    expect(() => classScatter({ points: [[1, 2, 3]], classes })).toThrow('expected points of shape [n, 2]');
    expect(() => classScatter({ points, classes })).toThrow('points and classes of one length, got 4 and 1');
    expect(() => classScatter({ points: [[0, NaN]], classes })).toThrow('at least one finite point');
    expect(() => classScatter({ points: [[0, 1]], classes: [1], labels: ['a'] })).toThrow(
      'each of 2 classes',
    );
    expect(() => classScatter({ points: [[0, 1]], classes: [15] })).toThrow('at most 15 classes, got 16');
  });
});
