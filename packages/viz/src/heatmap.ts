import { ArgumentError, type ArrayLike, NdArray, ShapeError, formatShape } from '@myelin/core';
import { formatValue } from './internal/format-number.js';
import { type Markup, element, text } from './internal/markup.js';
import { label, picture, pictureWidth } from './internal/picture.js';
import { fitText, textWidth } from './internal/text-width.js';
import { color } from './internal/theme.js';

export interface HeatmapOptions {
  /** Names before the rows; default: their numbers from 0. */
  readonly rowLabels?: readonly string[];
  /** Names below the columns, as many as there is room for; default: their numbers from 0. */
  readonly columnLabels?: readonly string[];
  /** What the values are, with their unit. Default `'value'`. */
  readonly quantity?: string;
  /** What runs down, and to the right. */
  readonly rowTitle?: string;
  readonly columnTitle?: string;
  /** A line on top of the picture. */
  readonly title?: string;
  /** The value of the strongest shade, on both sides of zero; default: the largest magnitude. */
  readonly largest?: number;
}

interface Layout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

const longestName = 90;
const largestCell = 40;
/** Rows lower than this would have names that touch. */
const lowestRow = 16;
const nameGap = 6;
const legendHeight = 30;
const barWidth = 90;

/**
 * Values in rows and columns as shades: blue above zero, orange below, stronger the further from it.
 *
 * For what a network looks at, weights, and quantities over two others. A cell without a finite value stays empty; each tells
 * its value where the pointer rests.
 *
 * @param values `[rows, columns]`.
 * @returns an SVG document.
 * @example
 * ```ts
 * heatmap([[1, -0.5], [0, 0.25]], { rowLabels: ['a', 'b'] }).includes('a, 1: −0.5'); // true
 * ```
 * @throws ShapeError when values are not of rank 2, ArgumentError when there is no finite one, or labels are too few.
 */
export function heatmap(values: ArrayLike, options: HeatmapOptions = {}): string {
  const rows = readRows(values);
  const finite = rows.flat().filter(Number.isFinite);
  if (finite.length === 0) throw wrong('at least one finite value', 'none');
  const rowLabels = namesOf('rowLabels', options.rowLabels, rows.length);
  const columnLabels = namesOf('columnLabels', options.columnLabels, rows[0]?.length ?? 0);
  const { quantity = 'value', rowTitle, columnTitle, title } = options;
  const largest = options.largest ?? (Math.max(...finite.map(Math.abs)) || 1);
  const left = Math.min(longestName, Math.max(...rowLabels.map((name) => textWidth(name, 12)))) + 8;
  const layout: Layout = {
    left,
    top: legendHeight + (rowTitle === undefined ? 0 : 18),
    cellWidth: Math.min(largestCell, (pictureWidth - left) / columnLabels.length),
    cellHeight: Math.max(
      lowestRow,
      Math.min(largestCell, (pictureWidth - left) / columnLabels.length, 300 / rowLabels.length),
    ),
  };
  const right = left + layout.cellWidth * columnLabels.length;
  const bottom = layout.top + layout.cellHeight * rowLabels.length;
  const cells = rows.flatMap((row, i) =>
    row.flatMap((value, j) =>
      Number.isFinite(value)
        ? [drawCell(value, `${rowLabels[i]}, ${columnLabels[j]}`, i, j, largest, layout)]
        : [],
    ),
  );
  return picture({
    width: Math.max(right, left + 2 * barWidth),
    height: bottom + (columnTitle === undefined ? 20 : 36),
    title,
    name: quantity,
    description: describe(rows, rowLabels, columnLabels),
    body: [
      ...drawLegend(quantity, largest, finite),
      ...(rowTitle === undefined ? [] : [label(0, layout.top - 6, rowTitle, { fill: color.muted })]),
      ...rowLabels.map((name, i) =>
        label(left - 8, layout.top + (i + 0.5) * layout.cellHeight + 4, fitText(name, longestName, 12), {
          'text-anchor': 'end',
        }),
      ),
      element('rect', {
        x: left,
        y: layout.top,
        width: right - left,
        height: bottom - layout.top,
        fill: color.grid,
        'fill-opacity': 0.35,
      }),
      ...cells,
      ...drawColumnNames(columnLabels, bottom, layout),
      ...(columnTitle === undefined
        ? []
        : [label(right, bottom + 32, columnTitle, { 'text-anchor': 'end', fill: color.muted })]),
    ],
  });
}

function readRows(values: ArrayLike): number[][] {
  const { data, shape, rank } = NdArray.from(values);
  if (rank !== 2) {
    throw new ShapeError({
      who: 'heatmap',
      expected: 'values of shape [rows, columns]',
      got: formatShape(shape),
    });
  }
  const [count = 0, width = 0] = shape;
  const flat = Array.from(data, Number);
  return Array.from({ length: count }, (_, i) => flat.slice(i * width, (i + 1) * width));
}

function namesOf(option: string, names: readonly string[] | undefined, count: number): readonly string[] {
  if (names !== undefined && names.length !== count) throw wrong(`${count} ${option}`, String(names.length));
  return names ?? Array.from({ length: count }, (_, i) => String(i));
}

function drawCell(
  value: number,
  place: string,
  i: number,
  j: number,
  largest: number,
  { left, top, cellWidth, cellHeight }: Layout,
): Markup {
  const gap = Math.min(1, cellWidth / 10);
  return element(
    'rect',
    {
      x: left + j * cellWidth,
      y: top + i * cellHeight,
      width: cellWidth - gap,
      height: cellHeight - gap,
      fill: value < 0 ? color.wrong : color.right,
      'fill-opacity': Math.min(1, Math.abs(value) / largest),
    },
    element('title', {}, text(`${place}: ${formatValue(value)}`)),
  );
}

/** Every n-th name, so that none touches the next. */
function drawColumnNames(names: readonly string[], bottom: number, { left, cellWidth }: Layout): Markup[] {
  const widest = Math.max(...names.map((name) => textWidth(name, 11)));
  const nth = Math.ceil((widest + nameGap) / cellWidth);
  return names.flatMap((name, j) =>
    j % nth === 0
      ? [
          label(left + (j + 0.5) * cellWidth, bottom + 14, name, {
            'text-anchor': 'middle',
            'font-size': 11,
            fill: color.muted,
          }),
        ]
      : [],
  );
}

/** The quantity, and its shades from the lowest value to the highest. */
function drawLegend(quantity: string, largest: number, finite: readonly number[]): Markup[] {
  const [low, high] = [Math.min(...finite) < 0 ? -largest : 0, Math.max(...finite) > 0 ? largest : 0];
  const parts = 12;
  const shade = (k: number): number => low + ((k + 0.5) / parts) * (high - low);
  const start = pictureWidth - barWidth - textWidth(formatValue(high), 11) - 6;
  const small = { 'font-size': 11, fill: color.muted };
  return [
    label(0, 12, fitText(quantity, start - 60, 12)),
    label(start - 6, 12, formatValue(low), { ...small, 'text-anchor': 'end' }),
    ...Array.from({ length: parts }, (_, k) =>
      element('rect', {
        x: start + (k * barWidth) / parts,
        y: 3,
        width: barWidth / parts,
        height: 10,
        fill: shade(k) < 0 ? color.wrong : color.right,
        'fill-opacity': Math.abs(shade(k)) / largest,
      }),
    ),
    label(start + barWidth + 6, 12, formatValue(high), small),
  ];
}

/** `Highest 1 at a, 0; lowest −0.5 at a, 1.` */
function describe(
  rows: readonly (readonly number[])[],
  rowLabels: readonly string[],
  columnLabels: readonly string[],
): string {
  const cells = rows.flatMap((row, i) =>
    row.map((value, j) => ({ value, place: `${rowLabels[i]}, ${columnLabels[j]}` })),
  );
  const finite = cells.filter(({ value }) => Number.isFinite(value));
  const highest = finite.reduce((a, b) => (b.value > a.value ? b : a));
  const lowest = finite.reduce((a, b) => (b.value < a.value ? b : a));
  const [most, least] = [highest, lowest].map(({ value, place }) => `${formatValue(value)} at ${place}`);
  return `Highest ${most}; lowest ${least}.`;
}

function wrong(expected: string, got: string): ArgumentError {
  return new ArgumentError({ who: 'heatmap', expected, got });
}
