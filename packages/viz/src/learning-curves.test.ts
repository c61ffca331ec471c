import { ArgumentError } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { all, parseXml, pieces, readAxis, saying } from './internal/parse-xml.js';
import { learningCurves } from './learning-curves.js';

const digits = {
  epoch: [0, 1, 2, 3],
  history: {
    accuracy: [0.71, 0.84, 0.91, 0.95],
    loss: [1.4, 0.62, 0.33, 0.21],
    val_accuracy: [0.69, 0.82, 0.88, 0.89],
    val_loss: [1.5, 0.7, 0.45, 0.41],
  },
};

/** The innermost moved groups with an axis of epochs. */
const panelsOf = (svg: string) => {
  const moved = all(parseXml(svg), 'g').filter(
    (group) => group.hasAttribute('transform') && saying(group, 'epoch').length > 0,
  );
  return moved.filter((group) => !moved.some((other) => all(group, 'g').includes(other)));
};
/** The two-pixel lines of a panel that are curves: those of the legend are one level higher. */
const curvesOf = (panel: ReturnType<typeof parseXml>) =>
  all(panel, 'path').filter((path) => path.parentNode !== panel && path.getAttribute('stroke-width') === '2');

describe('learningCurves', () => {
  it('draws every value where the axes say, training solid and validation dashed in one colour', () => {
    const panels = panelsOf(learningCurves(digits));
    expect(panels.map((panel) => all(panel, 'text')[0]?.textContent)).toEqual(['loss', 'accuracy']);
    panels.forEach((panel, i) => {
      const name = i === 0 ? 'loss' : 'accuracy';
      const toValue = readAxis(panel, 'end');
      const toEpoch = readAxis(panel, 'middle');
      expect(toValue(0)).toBeGreaterThan(toValue(100));
      const [train, validation] = curvesOf(panel);
      for (const [curve, key] of [
        [train, name],
        [validation, `val_${name}`],
      ] as const) {
        const [line = [], ...rest] = pieces(curve);
        expect(rest).toEqual([]);
        expect(line.map(([x]) => Math.round(toEpoch(x) * 1e3) / 1e3)).toEqual([1, 2, 3, 4]);
        const values = digits.history[key];
        line.forEach(([, y], k) => {
          expect(toValue(y)).toBeCloseTo(values[k] ?? NaN, 3);
        });
      }
      expect(train?.getAttribute('stroke')).toBe(validation?.getAttribute('stroke'));
      expect([train, validation].map((line) => line?.getAttribute('stroke-dasharray'))).toEqual([
        null,
        '5 3',
      ]);
      const dots = all(panel, 'circle').filter((dot) => all(dot, 'title').length === 1);
      expect(dots).toHaveLength(8);
    });
    const [lossPanel, accuracyPanel] = panels.map((panel) => curvesOf(panel)[0]?.getAttribute('stroke'));
    expect(lossPanel).not.toBe(accuracyPanel);
  });

  it('says what it shows, and names the last values', () => {
    const root = parseXml(learningCurves(digits, { title: 'Digits', metrics: ['loss'] }));
    expect(root.getAttribute('role')).toBe('img');
    expect(root.getAttribute('viewBox')).toBe(
      `0 0 ${root.getAttribute('width')} ${root.getAttribute('height')}`,
    );
    expect(all(root, 'title')[0]?.textContent).toBe('Digits');
    expect(all(root, 'desc')[0]?.textContent).toBe(
      'loss: train from 1.4 at epoch 1 to 0.21 at epoch 4. loss: validation from 1.5 at epoch 1 to 0.41 at epoch 4.',
    );
    expect(saying(root, 'Digits')).toHaveLength(1);
    expect(saying(root, 'train 0.21')).toHaveLength(1);
    expect(saying(root, 'validation 0.41')).toHaveLength(1);
    expect(saying(root, 'accuracy')).toHaveLength(0);
  });

  it('places the values of epochs that were evaluated, and only those', () => {
    const epoch = [0, 1, 2, 3, 4, 5];
    const loss = [6, 5, 4, 3, 2, 1];
    const epochsWith = (validationFreq: number | number[], values: number[]): number[] => {
      const history = { epoch, history: { loss, val_loss: values } };
      const [panel] = panelsOf(learningCurves(history, { validationFreq }));
      if (panel === undefined) throw new TypeError('no panel');
      const toEpoch = readAxis(panel, 'middle');
      return (pieces(curvesOf(panel)[1])[0] ?? []).map(([x]) => Math.round(toEpoch(x) * 100) / 100);
    };
    expect(epochsWith(2, [5.5, 3.5, 1.5])).toEqual([2, 4, 6]);
    expect(epochsWith([1, 5], [6.5, 2.5])).toEqual([1, 5]);
    expect(() => learningCurves({ epoch, history: { loss, val_loss: [5, 3, 1] } })).toThrow(/validationFreq/);
  });

  it('counts on where a training was resumed', () => {
    const [panel = parseXml('<g/>')] = panelsOf(
      learningCurves({ epoch: [10, 11, 12], history: { loss: [3, 2, 1] } }),
    );
    const [line = []] = pieces(curvesOf(panel)[0]);
    expect(line.map(([x]) => Math.round(readAxis(panel, 'middle')(x)))).toEqual([11, 12, 13]);
  });

  it('leaves gaps where values are not finite, and shows what stands alone between two', () => {
    const epoch = Array.from({ length: 30 }, (_, i) => i);
    const loss = epoch.map((i) => 30 - i);
    loss[10] = NaN;
    loss[12] = Infinity;
    const [panel] = panelsOf(learningCurves({ epoch, history: { loss } }));
    const [curve] = panel === undefined ? [] : curvesOf(panel);
    expect(pieces(curve).map((piece) => piece.length)).toEqual([10, 17]);
    expect(
      panel &&
        all(panel, 'circle')
          .map((dot) => all(dot, 'title')[0]?.textContent)
          .filter(Boolean),
    ).toEqual(['epoch 12, train: 19']);
    expect(panel && saying(panel, 'gap: not finite')).toHaveLength(1);
  });

  it('takes a logarithmic axis by itself where values span decades', () => {
    const loss = [1000, 100, 10, 1, 0.1];
    const history = { epoch: [0, 1, 2, 3, 4], history: { loss } };
    const [panel] = panelsOf(learningCurves(history));
    if (panel === undefined) throw new TypeError('no panel');
    const toValue = readAxis(panel, 'end', true);
    const [line = []] = pieces(curvesOf(panel)[0]);
    line.forEach(([, y], i) => {
      expect(toValue(y) / (loss[i] ?? NaN)).toBeCloseTo(1, 2);
    });
    expect(saying(panel, 'log scale')).toHaveLength(1);
    expect(saying(parseXml(learningCurves(history, { scale: 'linear' })), 'log scale')).toHaveLength(0);
    expect(saying(parseXml(learningCurves(digits, { scale: 'log' })), 'log scale')).toHaveLength(2);
    expect(() => learningCurves({ epoch: [0], history: { loss: [0] } }, { scale: 'log' })).toThrow(
      ArgumentError,
    );
  });

  it('draws one epoch, constant values and nothing finite at all', () => {
    const one = parseXml(learningCurves({ epoch: [0], history: { loss: [0.5] } }));
    expect(
      all(one, 'circle').filter((dot) => all(dot, 'title')[0]?.textContent === 'epoch 1, train: 0.5'),
    ).toHaveLength(1);
    expect(all(one, 'desc')[0]?.textContent).toBe('loss: train 0.5 at epoch 1.');
    const flat = learningCurves({ epoch: [0, 1], history: { loss: [0, 0] } });
    const [panel] = panelsOf(flat);
    expect(panel && readAxis(panel, 'end')(pieces(curvesOf(panel)[0])[0]?.[0]?.[1] ?? NaN)).toBeCloseTo(0, 6);
    const nan = parseXml(learningCurves({ epoch: [0, 1], history: { loss: [NaN, NaN] } }));
    expect(saying(nan, 'no finite value')).toHaveLength(1);
    expect(
      all(nan, 'path')
        .map((path) => path.getAttribute('d'))
        .join(),
    ).not.toContain('NaN');
  });

  it('stands panels side by side', () => {
    const places = panelsOf(learningCurves(digits, { columns: 2 })).map((panel) =>
      panel.getAttribute('transform'),
    );
    expect(places).toEqual(['translate(0 0)', 'translate(472 0)']);
  });

  it('escapes names', () => {
    const root = parseXml(
      learningCurves({ epoch: [0], history: { '<b>&"': [1] } }, { title: '</title><script>' }),
    );
    expect(all(root, 'script')).toHaveLength(0);
    expect(saying(root, '<b>&"')).toHaveLength(1);
  });

  it('refuses what it cannot draw', () => {
    expect(() => learningCurves({ epoch: [], history: {} })).toThrow(/at least one epoch/);
    expect(() => learningCurves({ epoch: [0], history: {} })).toThrow(/at least one metric/);
    expect(() => learningCurves(digits, { metrics: ['auc'] })).toThrow(/loss, accuracy, got auc/);
    expect(() => learningCurves(digits, { columns: 0 })).toThrow(ArgumentError);
    expect(() => learningCurves({ epoch: [0, 1], history: { loss: [1] } })).toThrow(/2 values of loss/);
  });
});
