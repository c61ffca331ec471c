import { ArgumentError, type ArrayLike, NdArray, ShapeError } from '@myelin/core';
import { formatValue } from './internal/format-number.js';
import { type Markup, element, text } from './internal/markup.js';
import { label, picture, pictureWidth } from './internal/picture.js';
import { fitText, textWidth } from './internal/text-width.js';
import { color } from './internal/theme.js';

export interface HeatmapOptions {
  /** `[rows, columns]`; a cell stays empty where its value is not finite. */
  readonly values: ArrayLike;
  /** What stands before each row. Default: nothing. */
  readonly rowLabels?: readonly string[];
  /** What stands above each column. Default: nothing. */
  readonly columnLabels?: readonly string[];
  /** What the rows are. */
  readonly rowName?: string;
  /** What the columns are. */
  readonly columnName?: string;
  /** A line on top of the picture. */
  readonly title?: string;
  /** The size of a value that has the full shade; default: the largest there is. */
  readonly strongest?: number;
}

interface Layout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

const longestLabel = 110;
const largestWidth = 64;
const largestHeight = 40;
/** In narrower cells a value has no room. */
const valuesFrom = 30;
/** Labels closer than this would touch, so some are left out. */
const labelSpacing = 14;

/**
 * Values by row and column as shades: weights, correlations, what an attention looks at.
 *
 * Blue is above 0 and orange below, the stronger the further away. Where cells have room the values stand in them; else they
 * show where the pointer rests.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * const svg = heatmap({ values: [[1, 0], [-0.5, 0.25]], rowLabels: ['a', 'b'], columnLabels: ['x', 'y'] });
 * svg.includes('b, x: −0.5'); // true
 * ```
 * @throws ShapeError for an array without two axes, or an empty one.
 * @throws ArgumentError without a finite value, for labels that are not as many as rows or columns, and a `strongest`
 * that is not above 0.
 */
export function heatmap(options: HeatmapOptions): string {
  const { rowName, columnName, title } = options;
  const rows = readValues(options.values);
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const rowLabels = readLabels('rowLabels', options.rowLabels, height);
  const columnLabels = readLabels('columnLabels', options.columnLabels, width);
  const strongest = readStrongest(options.strongest, rows);

  const labelWidth = Math.min(longestLabel, Math.max(0, ...rowLabels.map((name) => textWidth(name, 12))));
  const left = labelWidth + (labelWidth > 0 ? 8 : 0);
  const cellWidth = Math.min(largestWidth, (pictureWidth - left) / width);
  const above = (columnName === undefined ? 0 : 20) + (options.columnLabels === undefined ? 0 : 20);
  const layout: Layout = {
    left,
    top: above + (rowName === undefined ? 0 : 20),
    cellWidth,
    cellHeight: Math.min(largestHeight, Math.max(cellWidth, 6)),
  };
  return picture({
    width: Math.max(left + cellWidth * width, 120),
    height: layout.top + layout.cellHeight * height,
    title,
    name: [rowName, columnName].filter((name) => name !== undefined).join(' by ') || 'Values',
    description: describe(rows, rowLabels, columnLabels),
    body: [
      ...(columnName === undefined ? [] : [label(left, 12, columnName, { fill: color.muted })]),
      ...(rowName === undefined ? [] : [label(0, layout.top - 6, rowName, { fill: color.muted })]),
      ...drawLabels(rowLabels, columnLabels, above, layout),
      element('rect', {
        ...{ x: left, y: layout.top, width: cellWidth * width, height: layout.cellHeight * height },
        ...{ fill: color.grid, 'fill-opacity': 0.5 },
      }),
      ...rows.flatMap((row, i) =>
        row.flatMap((value, j) => {
          if (!Number.isFinite(value)) return [];
          const words = `${place(rowLabels, i, 'row')}, ${place(columnLabels, j, 'column')}: ${formatValue(value)}`;
          return drawCell(value, words, Math.min(1, Math.abs(value) / strongest), i, j, layout);
        }),
      ),
    ],
  });
}

function readValues(values: ArrayLike): number[][] {
  const array = NdArray.from(values);
  if (array.rank !== 2 || array.data.length === 0) {
    throw new ShapeError({
      who: 'heatmap',
      expected: 'values of the shape (rows, columns), one of each at least',
      got: `(${array.shape.join(', ')})`,
    });
  }
  const columns = array.shape[1] ?? 0;
  const all = Array.from(array.data, Number);
  if (!all.some(Number.isFinite)) {
    throw new ArgumentError({ who: 'heatmap', expected: 'at least one finite value', got: 'none' });
  }
  return Array.from({ length: all.length / columns }, (_, i) => all.slice(i * columns, (i + 1) * columns));
}

function readLabels(option: string, labels: readonly string[] | undefined, count: number): readonly string[] {
  if (labels === undefined || labels.length === count) return labels ?? [];
  throw new ArgumentError({ who: 'heatmap', expected: `${count} \`${option}\``, got: String(labels.length) });
}

function readStrongest(strongest: number | undefined, rows: readonly (readonly number[])[]): number {
  if (strongest === undefined) return Math.max(...rows.flat().filter(Number.isFinite).map(Math.abs)) || 1;
  if (strongest > 0) return strongest;
  throw new ArgumentError({ who: 'heatmap', expected: '`strongest` above 0', got: String(strongest) });
}

function drawLabels(
  rows: readonly string[],
  columns: readonly string[],
  above: number,
  { left, top, cellWidth, cellHeight }: Layout,
): Markup[] {
  const [nthRow, nthColumn] = [Math.ceil(labelSpacing / cellHeight), Math.ceil(labelSpacing / cellWidth)];
  return [
    ...rows.flatMap((name, i) =>
      i % nthRow === 0
        ? [
            label(left - 8, top + (i + 0.5) * cellHeight + 4, fitText(name, longestLabel, 12), {
              'text-anchor': 'end',
            }),
          ]
        : [],
    ),
    ...columns.flatMap((name, j) =>
      j % nthColumn === 0
        ? [
            label(left + (j + 0.5) * cellWidth, above - 6, fitText(name, nthColumn * cellWidth, 12), {
              'text-anchor': 'middle',
            }),
          ]
        : [],
    ),
  ];
}

function drawCell(
  value: number,
  words: string,
  shade: number,
  i: number,
  j: number,
  { left, top, cellWidth, cellHeight }: Layout,
): Markup {
  const [x, y] = [left + j * cellWidth, top + i * cellHeight];
  const gap = Math.min(1, cellWidth / 10);
  const type = { 'font-size': 11, 'text-anchor': 'middle' };
  return element(
    'g',
    {},
    element('title', {}, text(words)),
    element('rect', {
      ...{ x, y, width: cellWidth - gap, height: cellHeight - gap },
      ...{ fill: value < 0 ? color.wrong : color.right, 'fill-opacity': shade },
    }),
    ...(cellWidth < valuesFrom ? [] : [label(x + cellWidth / 2, y + cellHeight / 2 + 4, brief(value), type)]),
  );
}

function place(labels: readonly string[], i: number, kind: string): string {
  return labels[i] ?? `${kind} ${i + 1}`;
}

/** Two digits, which a cell has room for. */
function brief(value: number): string {
  return formatValue(Number(value.toPrecision(2)));
}

/** How far from zero, and less than anything where there is no value. */
function sizeOf(value: number | undefined): number {
  return Number.isFinite(value) ? Math.abs(value ?? 0) : -1;
}

/** The strongest cell of each row, up to 12 rows. */
function describe(
  rows: readonly (readonly number[])[],
  rowLabels: readonly string[],
  columnLabels: readonly string[],
): string {
  const told = rows.slice(0, 12).map((row, i) => {
    const j = row.reduce((most, value, k) => (sizeOf(value) > sizeOf(row[most]) ? k : most), 0);
    const where = `${place(rowLabels, i, 'row')}: ${place(columnLabels, j, 'column')}`;
    return `${where} with ${formatValue(row[j] ?? 0)}.`;
  });
  return `The strongest of each row. ${told.join(' ')}`;
}
