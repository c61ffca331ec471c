import { describe, expect, it } from 'vitest';
import { all, parseXml } from './internal/parse-xml.js';
import { report } from './report.js';
import { scatterPlot } from './scatter-plot.js';

const hostile = '<script>alert("x")</script>';
const picture = scatterPlot({ truth: [1, 2], predicted: [1, 2], title: hostile });
const parse = (html: string) => parseXml(html.replace('<!doctype html>\n', ''));

describe('report', () => {
  it('holds headings, paragraphs, tables and pictures in their order', () => {
    const root = parse(
      report({
        title: 'Digits',
        sections: [
          {
            heading: 'Result',
            text: 'First.\n\nSecond.',
            table: {
              caption: 'Figures',
              columns: ['figure', 'value'],
              rows: [
                ['loss', 0.012345],
                ['n', 1234],
              ],
            },
          },
          { heading: 'Pictures', pictures: [picture, picture] },
        ],
      }),
    );
    expect(root.getAttribute('lang')).toBe('en');
    expect(all(root, 'h1').map((h) => h.textContent)).toEqual(['Digits']);
    expect(all(root, 'h2').map((h) => h.textContent)).toEqual(['Result', 'Pictures']);
    expect(all(root, 'p').map((p) => p.textContent)).toEqual(['First.', 'Second.']);
    expect(all(root, 'caption')[0]?.textContent).toBe('Figures');
    expect(all(root, 'th').map((th) => [th.getAttribute('scope'), th.textContent])).toEqual([
      ['col', 'figure'],
      ['col', 'value'],
      ['row', 'loss'],
      ['row', 'n'],
    ]);
    expect(all(root, 'td').map((td) => [td.getAttribute('class'), td.textContent])).toEqual([
      ['number', '0.0123'],
      ['number', '1,234'],
    ]);
    const [first, second] = all(root, 'section');
    expect(first && all(first, 'svg')).toHaveLength(0);
    expect(second && all(second, 'svg')).toHaveLength(2);
    expect(second?.getAttribute('aria-labelledby')).toBe(all(root, 'h2')[1]?.getAttribute('id'));
  });

  it('escapes every text', () => {
    const table = { caption: hostile, columns: [hostile], rows: [[hostile]] };
    const sections = [{ heading: hostile, text: hostile, table, pictures: [picture] }];
    const html = report({ title: hostile, sections, lang: '"><script>' });
    const root = parse(html);
    expect(html).not.toContain('<script');
    expect(root.getAttribute('lang')).toBe('"><script>');
    for (const name of ['h1', 'h2', 'p', 'caption', 'title']) {
      expect(all(root, name)[0]?.textContent, name).toBe(hostile);
    }
  });

  it('needs nothing from elsewhere, and lets nothing run', () => {
    const html = report({ title: 'x', sections: [{ heading: 'y', pictures: [picture] }] });
    const policy = all(parse(html), 'meta').find((meta) => meta.hasAttribute('http-equiv'));
    expect(policy?.getAttribute('content')).toContain("default-src 'none'");
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\(/);
  });

  it('refuses ragged tables and what is no picture', () => {
    const table = { columns: ['a', 'b'], rows: [['x']] };
    expect(() => report({ title: '', sections: [{ heading: '', table }] })).toThrow(
      /2 cells in a row, got 1/,
    );
    expect(() => report({ title: '', sections: [{ heading: '', pictures: ['<img>'] }] })).toThrow(
      /SVG documents/,
    );
  });
});
