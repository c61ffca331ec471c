import { describe, expect, it } from 'vitest';
import { formatCount, formatPercent, formatValue, tickFormat } from './format-number.js';
import { element, text } from './markup.js';
import { fitText, textWidth } from './text-width.js';

describe('text', () => {
  it('escapes what markup would read and replaces what XML cannot hold', () => {
    expect(text(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
    expect(text('a\u0000b\u001b\ud800c\n😀')).toBe('a\ufffdb\ufffd\ufffdc\n😀');
  });
});

describe('element', () => {
  it('writes attributes and children', () => {
    expect(element('g', { x: 1 / 3, y: undefined, id: '"' }, text('a'), element('b', {}))).toBe(
      '<g x="0.33" id="&quot;">a<b/></g>',
    );
  });
});

describe('fitText', () => {
  it('cuts at characters, never inside one, and fits', () => {
    expect(fitText('short', 100, 12)).toBe('short');
    const cut = fitText('😀'.repeat(20), 100, 12);
    expect(cut).toMatch(/^(😀)+…$/u);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
  });
});

describe('numbers', () => {
  it('are short and keep three digits', () => {
    expect([0, 0.012345, 0.98, 12.345, 1234.5, 45_678_901, 0.0000123, -2.5, NaN].map(formatValue)).toEqual([
      '0',
      '0.0123',
      '0.98',
      '12.3',
      '1,235',
      '4.57e+7',
      '1.23e−5'.replace('−', '-'),
      '−2.5',
      'NaN',
    ]);
    expect(formatCount(1234567)).toBe('1,234,567');
    expect(formatPercent(0.98349)).toBe('98.3 %');
  });

  it('have one form on an axis', () => {
    const plain = (tick: number): string => tick.toFixed(1);
    expect([0, 0.5].map(tickFormat([0, 0.5], plain))).toEqual(['0.0', '0.5']);
    expect([0, 500_000, 1_000_000].map(tickFormat([0, 500_000, 1_000_000], plain))).toEqual([
      '0',
      '500k',
      '1M',
    ]);
    expect([0.0001, 0.0002].map(tickFormat([0.0001, 0.0002], plain))).toEqual(['1e-4', '2e-4']);
  });
});
