import { describe, expect, it } from 'vitest';
import { all, num, parseXml, pieces, readAxis, saying } from './internal/parse-xml.js';
import { linePlot } from './line-plot.js';

const x = [-2, -1, 0, 1, 2];
const square = x.map((value) => value ** 2);

/** The lines of the series: those of the legend come before the axes. */
const linesOf = (svg: string) => {
  const paths = all(parseXml(svg), 'path').filter((path) => path.getAttribute('stroke-width') === '2');
  return paths.filter((path) => !(path.getAttribute('d') ?? '').includes('h22'));
};

describe('linePlot', () => {
  it('draws every value where the axes say', () => {
    const svg = linePlot({ series: [{ name: 'square', x, y: square }], xLabel: 'z', yLabel: 'a' });
    const [toX, toY] = [readAxis(parseXml(svg), 'middle'), readAxis(parseXml(svg), 'end')];
    const [line = []] = pieces(linesOf(svg)[0]);
    expect(line).toHaveLength(5);
    line.forEach(([left, top], i) => {
      expect(toX(left)).toBeCloseTo(x[i] ?? NaN, 2);
      expect(toY(top)).toBeCloseTo(square[i] ?? NaN, 2);
    });
    for (const words of ['square', 'z', 'a']) expect(saying(parseXml(svg), words)).toHaveLength(1);
  });

  it('keeps series apart, and draws dots that nothing joins', () => {
    const svg = linePlot({
      series: [
        { name: 'one', x, y: square },
        { name: 'two', x, y: x, style: 'dashed' },
        { name: 'three', x: [0], y: [1], style: 'dots' },
      ],
    });
    const [one, two, ...rest] = linesOf(svg);
    expect(rest).toEqual([]);
    expect(one?.getAttribute('stroke')).not.toBe(two?.getAttribute('stroke'));
    expect(two?.getAttribute('stroke-dasharray')).toBe('5 3');
    expect(all(parseXml(svg), 'title').map((title) => title.textContent)).toContain('three: 0, 1');
  });

  it('has a log scale to the right, too', () => {
    const x = [300, 1000, 9000];
    const root = parseXml(
      linePlot({ series: [{ name: 'a', x, y: [1, 2, 3], style: 'dots' }], xScale: 'log' }),
    );
    const toX = readAxis(root, 'middle', true);
    all(root, 'circle')
      .filter((circle) => all(circle, 'title').length > 0)
      .forEach((circle, i) => {
        expect(toX(num(circle, 'cx')) / (x[i] ?? NaN)).toBeCloseTo(1, 3);
      });
    expect(() => linePlot({ series: [{ name: 'a', x: [0, 1], y: [1, 2] }], xScale: 'log' })).toThrow(
      "got 0. Take xScale 'linear'.",
    );
  });

  it('has gaps where values are not finite, and a log scale', () => {
    const svg = linePlot({
      series: [{ name: 'loss', x: [1, 2, 3, 4, 5], y: [1, 0.1, NaN, 0.01, 0.001] }],
      yScale: 'log',
    });
    const parts = pieces(linesOf(svg)[0]);
    expect(parts.map((part) => part.length)).toEqual([2, 2]);
    const toY = readAxis(parseXml(svg), 'end', true);
    expect(parts.flat().map(([, y]) => Math.round(Math.log10(toY(y))))).toEqual([0, -1, -2, -3]);
  });

  it('names rows of series, says what they do, and takes typed arrays', () => {
    const names = Array.from({ length: 12 }, (_, i) => `a series with a long name ${i}`);
    const svg = linePlot({
      series: names.map((name, i) => ({ name, x: Float32Array.of(0, 1), y: Float32Array.of(i, 2 * i) })),
    });
    for (const name of names) expect(saying(parseXml(svg), name)).toHaveLength(1);
    expect(all(parseXml(svg), 'desc')[0]?.textContent).toContain('name 3: from 3 at 0 to 6 at 1.');
  });

  it('refuses what it cannot draw', () => {
    expect(() => linePlot({ series: [] })).toThrow('linePlot: expected at least one finite point, got none');
    expect(() => linePlot({ series: [{ name: 'a', x: [1], y: [1, 2] }] })).toThrow(
      'expected x and y of one length for a, got 1 and 2',
    );
    expect(() => linePlot({ series: [{ name: 'a', x: [1, 2], y: [0, 1] }], yScale: 'log' })).toThrow(
      'expected values above 0 for a log scale, got 0',
    );
  });
});
