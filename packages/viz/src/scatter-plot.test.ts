import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { all, num, parseXml, pieces, readAxis } from './internal/parse-xml.js';
import { scatterPlot } from './scatter-plot.js';

const truth = [3, -0.5, 2, 7];
const predicted = [2.5, 0, 2, 8];

describe('scatterPlot', () => {
  it('draws each pair where both axes say, with one scale on both', () => {
    const root = parseXml(scatterPlot({ truth, predicted }));
    const toTruth = readAxis(root, 'middle');
    const toPredicted = readAxis(root, 'end');
    const circles = all(root, 'circle');
    expect(circles).toHaveLength(4);
    circles.forEach((circle, i) => {
      expect(toTruth(num(circle, 'cx'))).toBeCloseTo(truth[i] ?? NaN, 3);
      expect(toPredicted(num(circle, 'cy'))).toBeCloseTo(predicted[i] ?? NaN, 3);
    });
    expect(toTruth(100) - toTruth(0)).toBeCloseTo(toPredicted(0) - toPredicted(100), 3);
  });

  it('draws the line on which both are equal', () => {
    const root = parseXml(scatterPlot({ truth, predicted }));
    const [line = []] = pieces(all(root, 'path').find((path) => path.hasAttribute('stroke-dasharray')));
    expect(line).toHaveLength(2);
    for (const [x, y] of line) {
      expect(readAxis(root, 'middle')(x)).toBeCloseTo(readAxis(root, 'end')(y), 6);
    }
  });

  it('shows R² of plain arrays, columns and typed arrays', () => {
    // The example of scikit-learn's r2_score, which gives 0.9486.
    expect(scatterPlot({ truth, predicted })).toContain('>R² 0.949<');
    const column = NdArray.from(predicted).reshape([4, 1]);
    expect(scatterPlot({ truth: Float32Array.from(truth), predicted: column })).toContain('>R² 0.949<');
    expect(scatterPlot({ truth: [1, 2], predicted: [2, 1] })).toContain('>R² -3<'.replace('-', '−'));
    expect(scatterPlot({ truth: [2, 2], predicted: [1, 2] })).toContain('>R² undefined<');
  });

  it('names the quantity on both axes', () => {
    const root = parseXml(scatterPlot({ truth, predicted, quantity: 'strength in MPa' }));
    const words = all(root, 'text').map((text) => text.textContent);
    expect(words).toContain('predicted strength in MPa');
    expect(words).toContain('true strength in MPa');
  });

  it('leaves out pairs that are not finite, and says so', () => {
    const root = parseXml(scatterPlot({ truth: [1, NaN, 3], predicted: [1, 2, Infinity] }));
    expect(all(root, 'circle')).toHaveLength(1);
    expect(all(root, 'desc')[0]?.textContent).toContain('1 example, 2 not finite');
  });

  it('draws every k-th of very many', () => {
    const many = Float64Array.from({ length: 12_000 }, (_, i) => i);
    const root = parseXml(scatterPlot({ truth: many, predicted: many }));
    expect(all(root, 'circle')).toHaveLength(4000);
    expect(all(root, 'desc')[0]?.textContent).toContain('R² 1, 4,000 of 12,000 examples drawn');
  });

  it('refuses what it cannot draw', () => {
    expect(() => scatterPlot({ truth: [], predicted: [] })).toThrow(/at least one example/);
    expect(() => scatterPlot({ truth: [1], predicted: [1, 2] })).toThrow(/one length, got 1 and 2/);
    expect(() => scatterPlot({ truth: [NaN], predicted: [1] })).toThrow(/finite/);
    expect(() => scatterPlot({ truth: [[1, 2]], predicted: [1] })).toThrow(/\[n\] or \[n, 1\]/);
    expect(() => scatterPlot({ truth: ['a'], predicted: [1] })).toThrow(/numbers in truth/);
  });
});
