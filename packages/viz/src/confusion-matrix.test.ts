import { describe, expect, it } from 'vitest';
import { confusionMatrix } from './confusion-matrix.js';
import { all, num, parseXml, saying } from './internal/parse-xml.js';

const truth = [0, 0, 0, 0, 1, 1, 2, 2];
const predicted = [0, 0, 0, 1, 1, 1, 1, 2];
const labels = ['cat', 'dog', 'owl'];

const cellsOf = (svg: string) =>
  all(parseXml(svg), 'rect')
    .slice(1)
    .map((rect) => ({ rect, title: all(rect.parentNode as never, 'title')[0]?.textContent ?? '' }));

describe('confusionMatrix', () => {
  it('places each count in its row and column, under its shade', () => {
    const svg = confusionMatrix({ truth, predicted, labels });
    const [field] = all(parseXml(svg), 'rect');
    const cell = num(field, 'width') / 3;
    const drawn = cellsOf(svg).map(({ rect, title }) => ({
      title,
      column: Math.round((num(rect, 'x') - num(field, 'x')) / cell),
      row: Math.round((num(rect, 'y') - num(field, 'y')) / cell),
      opacity: num(rect, 'fill-opacity'),
    }));
    expect(drawn).toEqual([
      { title: 'cat taken for cat: 3 (75.0 %)', row: 0, column: 0, opacity: 0.87 },
      { title: 'cat taken for dog: 1 (25.0 %)', row: 0, column: 1, opacity: 0.5 },
      { title: 'dog taken for dog: 2 (100.0 %)', row: 1, column: 1, opacity: 1 },
      { title: 'owl taken for dog: 1 (50.0 %)', row: 2, column: 1, opacity: 0.71 },
      { title: 'owl taken for owl: 1 (50.0 %)', row: 2, column: 2, opacity: 0.71 },
    ]);
    for (const { rect } of cellsOf(svg)) {
      const [count] = all(rect.parentNode as never, 'text');
      expect(num(count, 'x')).toBeCloseTo(num(rect, 'x') + cell / 2, 1);
      expect(num(count, 'y')).toBeGreaterThan(num(rect, 'y'));
      expect(num(count, 'y')).toBeLessThan(num(rect, 'y') + cell);
    }
  });

  it('tells right from wrong by colour', () => {
    const fills = cellsOf(confusionMatrix({ truth, predicted })).map(({ rect }) => rect.getAttribute('fill'));
    const [right, wrong] = fills;
    expect(right).not.toBe(wrong);
    expect(fills).toEqual([right, wrong, right, wrong, right]);
  });

  it('has accuracy on top, recall to the right, precision below', () => {
    const svg = confusionMatrix({ truth, predicted, labels });
    const root = parseXml(svg);
    expect(saying(root, 'Accuracy 75.0 %8 examples')).toHaveLength(1);
    const [cat, dog, owl] = labels.map((name) => num(saying(root, name)[0], 'y'));
    const recall = all(root, 'text').filter(
      (text) => num(text, 'x') > 340 && text.textContent !== 'recall, %',
    );
    expect(recall.map((text) => [text.textContent, num(text, 'y')])).toEqual([
      ['75.0', cat],
      ['100.0', dog],
      ['50.0', owl],
    ]);
    const below = num(saying(root, 'precision, %')[0], 'y');
    const precision = all(root, 'text')
      .filter((text) => num(text, 'y') === below)
      .map((text) => text.textContent);
    expect(precision).toEqual(['recall, %', 'precision, %', '100.0', '50.0', '100.0']);
    expect(all(root, 'desc')[0]?.textContent).toBe(
      'Accuracy 75.0 % of 8 examples. The most frequent mistake: cat taken for dog, once.',
    );
  });

  it('shows classes that never occur', () => {
    const root = parseXml(confusionMatrix({ truth: [0, 0], predicted: [0, 0], labels }));
    expect(saying(root, '0')).toHaveLength(8);
    expect(saying(root, '–')).toHaveLength(4);
    expect(all(root, 'desc')[0]?.textContent).toContain('No mistakes.');
  });

  it('drops the numbers of many classes, and every name that would touch another', () => {
    const classes = Array.from({ length: 60 }, (_, i) => i);
    const root = parseXml(confusionMatrix({ truth: classes, predicted: classes }));
    expect(all(root, 'rect')).toHaveLength(61);
    const names = all(root, 'text').filter((text) => /^\d+$/.test(text.textContent ?? ''));
    expect(names.map((text) => text.textContent).slice(0, 4)).toEqual(['0', '0', '3', '3']);
    const rows = names
      .filter((text) => text.getAttribute('text-anchor') === 'end')
      .map((text) => num(text, 'y'));
    rows.slice(1).forEach((y, i) => {
      expect(y - (rows[i] ?? NaN)).toBeGreaterThanOrEqual(14);
    });
  });

  it('slants and shortens long names, and escapes them', () => {
    const long = ['<script>alert(1)</script>', 'a very long name of a class', 'x', 'y', 'z', 'u', 'v'];
    const root = parseXml(confusionMatrix({ truth: [0, 1], predicted: [1, 1], labels: long }));
    expect(all(root, 'script')).toHaveLength(0);
    expect(all(root, 'title').map((title) => title.textContent)).toContain(
      '<script>alert(1)</script> taken for a very long name of a class: 1 (100.0 %)',
    );
    const slanted = all(root, 'text').filter((text) =>
      text.getAttribute('transform')?.startsWith('rotate(-45'),
    );
    expect(slanted).toHaveLength(7);
    expect(slanted[1]?.textContent).toMatch(/^a very long .*…$/);
  });

  it('refuses too few labels', () => {
    expect(() => confusionMatrix({ truth, predicted, labels: ['cat'] })).toThrow(
      /labels for 3 classes, got 1/,
    );
  });
});
