import { ArgumentError } from '@myelin/core';
import { formatValue } from './internal/format-number.js';
import { type Markup, element, text } from './internal/markup.js';
import { reportStyle } from './internal/report-style.js';

export interface ReportTable {
  /** What the table shows, above it. */
  readonly caption?: string;
  readonly columns: readonly string[];
  /** As many cells a row as columns; numbers are written in three digits and stand to the right. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface ReportSection {
  readonly heading: string;
  /** Paragraphs, with an empty line between two. */
  readonly text?: string;
  readonly table?: ReportTable;
  /** SVG documents, as the functions of this package make them. */
  readonly pictures?: readonly string[];
}

export interface ReportOptions {
  readonly title: string;
  readonly sections: readonly ReportSection[];
  /** The language of the texts; default `'en'`. */
  readonly lang?: string;
}

/** Nothing may run and nothing may be fetched, whatever a picture from elsewhere contains. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * One HTML file with headings, texts, tables and pictures that needs nothing else: to keep, to mail, to print.
 *
 * It follows light and dark, fits phones and wide screens, and requests nothing. All texts are escaped.
 *
 * @returns the HTML document.
 * @example
 * ```ts
 * const table = { columns: ['figure', 'value'], rows: [['test accuracy', 0.981]] };
 * report({ title: 'Digits', sections: [{ heading: 'Result', table }] }).includes('0.981'); // true
 * ```
 * @throws ArgumentError for a table row with another number of cells than columns, and for a picture that is no SVG.
 */
export function report({ title, sections, lang = 'en' }: ReportOptions): string {
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, text(title)),
    element('style', {}, reportStyle),
  );
  const body = element(
    'body',
    {},
    element('main', {}, element('h1', {}, text(title)), ...sections.map(drawSection)),
  );
  return `<!doctype html>\n${element('html', { lang }, head, body)}\n`;
}

function drawSection(section: ReportSection, index: number): Markup {
  const { heading, table, pictures = [] } = section;
  const id = `section-${index + 1}`;
  const paragraphs = (section.text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id }, text(heading)),
    ...paragraphs.map((paragraph) => element('p', {}, text(paragraph.trim()))),
    ...(table === undefined ? [] : [drawTable(table)]),
    ...(pictures.length === 0 ? [] : [element('div', { class: 'pictures' }, ...pictures.map(placePicture))]),
  );
}

/** Wide tables scroll by themselves, not the page; the frame can take the focus, so that keys reach it. */
function drawTable({ caption, columns, rows }: ReportTable): Markup {
  const numeric = columns.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'));
  const head = columns.map((column, i) =>
    element('th', { scope: 'col', class: numeric[i] === true ? 'number' : undefined }, text(column)),
  );
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': caption ?? columns.join(', ') },
    element(
      'table',
      {},
      ...(caption === undefined ? [] : [element('caption', {}, text(caption))]),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows.map((row) => drawRow(row, columns.length))),
    ),
  );
}

function drawRow(row: readonly (string | number)[], columns: number): Markup {
  if (row.length !== columns) {
    throw new ArgumentError({
      who: 'report',
      expected: `${columns} cells in a row`,
      got: String(row.length),
    });
  }
  const cells = row.map((cell, i) => {
    const content = text(typeof cell === 'number' ? formatValue(cell) : cell);
    if (i === 0 && typeof cell === 'string') return element('th', { scope: 'row' }, content);
    return element('td', { class: typeof cell === 'number' ? 'number' : undefined }, content);
  });
  return element('tr', {}, ...cells);
}

function placePicture(picture: string): Markup {
  if (!picture.startsWith('<svg')) {
    throw new ArgumentError({
      who: 'report',
      expected: 'pictures that are SVG documents',
      got: JSON.stringify(picture.slice(0, 20)),
    });
  }
  return element('figure', {}, picture as Markup);
}
