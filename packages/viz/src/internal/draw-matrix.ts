import { sum } from 'd3-array';
import { formatCount, formatPercent } from './format-number.js';
import { type Markup, element, text } from './markup.js';
import { label } from './picture.js';
import { fitText, textWidth } from './text-width.js';
import { color } from './theme.js';

interface Matrix {
  readonly counts: readonly (readonly number[])[];
  readonly names: readonly string[];
}

interface Layout {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  /** Whether the names above the columns need more room than a column has. */
  readonly slanted: boolean;
}

/** Beyond so many classes a cell has no room for its count. */
const countsUpTo = 20;
/** Beyond so many it has room in small type only. */
const largeTypeUpTo = 12;
/** From this width on a cell has room for its share, too. */
const sharesFrom = 60;
/** Names closer than this would touch, so some are left out. */
const nameSpacing = 14;
const matrixSide = 340;
const largestCell = 96;
const longestName = 110;
const edgeWidth = 58;
const smallestWidth = 300;
/** Sine and cosine of the angle of slanted names. */
const slant = Math.SQRT1_2;

/** The cells with the names of the classes before and above them, recall to the right and precision below. */
export function drawMatrix(
  matrix: Matrix,
  headline: Markup,
): { width: number; height: number; body: Markup[] } {
  const { counts, names } = matrix;
  const cell = Math.min(largestCell, matrixSide / names.length);
  const widest = Math.min(longestName, Math.max(...names.map((name) => textWidth(name, 12))));
  const slanted = widest > cell - 4;
  const left = Math.max(widest, 70) + 8;
  const top = slanted ? 64 + widest * slant : 62;
  const layout: Layout = { left, top, cell, slanted };
  const side = cell * names.length;
  const withEdges = names.length <= countsUpTo;
  const nth = Math.ceil(nameSpacing / cell);
  const shaded = counts.flatMap((row, i) =>
    row.flatMap((count, j) => (count === 0 ? [] : [[i, j] as const])),
  );
  return {
    width: Math.max(left + side + edgeWidth, smallestWidth),
    height: top + side + (withEdges ? 24 : 0),
    body: [
      headline,
      label(left + side / 2, 38, 'predicted', { fill: color.muted, 'text-anchor': 'middle' }),
      label(left - 8, top - 8, 'true', { fill: color.muted, 'text-anchor': 'end' }),
      ...names.flatMap((name, i) => (i % nth === 0 ? drawNames(name, i, layout) : [])),
      element('rect', { x: left, y: top, width: side, height: side, fill: color.grid, 'fill-opacity': 0.5 }),
      ...shaded.map(([i, j]) => drawCell(matrix, i, j, layout)),
      ...(withEdges ? [...drawZeros(matrix, layout), ...drawEdges(matrix, layout)] : []),
    ],
  };
}

/** The name of a class before its row and above its column. */
function drawNames(name: string, i: number, { left, top, cell, slanted }: Layout): Markup[] {
  const shown = fitText(name, longestName, 12);
  const offset = (i + 0.5) * cell;
  return [
    label(left - 8, top + offset + 4, shown, { 'text-anchor': 'end' }),
    label(left + offset + (slanted ? 3 : 0), top - 8, shown, {
      'text-anchor': slanted ? 'start' : 'middle',
      transform: slanted ? `rotate(-45 ${Math.round(left + offset + 3)} ${Math.round(top - 8)})` : undefined,
    }),
  ];
}

function drawCell({ counts, names }: Matrix, i: number, j: number, { left, top, cell }: Layout): Markup {
  const count = counts[i]?.[j] ?? 0;
  const share = count / sum(counts[i] ?? []);
  const [x, y] = [left + j * cell, top + i * cell];
  const [middle, baseline] = [x + cell / 2, y + cell / 2 + 4];
  const gap = Math.min(1, cell / 10);
  const type = cellType(names);
  const words = `${names[i]} taken for ${names[j]}: ${formatCount(count)} (${formatPercent(share)})`;
  const written =
    names.length > countsUpTo
      ? []
      : cell < sharesFrom
        ? [label(middle, baseline, formatCount(count), type)]
        : [
            label(middle, baseline - 6, formatCount(count), { ...type, 'font-weight': 600 }),
            label(middle, baseline + 10, formatPercent(share), { ...type, 'font-size': 11 }),
          ];
  return element(
    'g',
    {},
    element('title', {}, text(words)),
    element('rect', {
      x,
      y,
      width: cell - gap,
      height: cell - gap,
      fill: i === j ? color.right : color.wrong,
      'fill-opacity': Math.sqrt(share),
    }),
    ...written,
  );
}

function drawZeros({ counts, names }: Matrix, { left, top, cell }: Layout): Markup[] {
  const type = { ...cellType(names), fill: color.muted };
  return counts.flatMap((row, i) =>
    row.flatMap((count, j) =>
      count === 0 ? [label(left + (j + 0.5) * cell, top + (i + 0.5) * cell + 4, '0', type)] : [],
    ),
  );
}

function cellType({ length }: readonly string[]): Record<string, string | number> {
  return { 'text-anchor': 'middle', 'font-size': length > largeTypeUpTo ? 8 : 11.5 };
}

/** Which share of each row was found, and which share of each column is right. */
function drawEdges({ counts }: Matrix, { left, top, cell }: Layout): Markup[] {
  const right = left + cell * counts.length + 8;
  const bottom = top + cell * counts.length + 16;
  const type = { 'font-size': counts.length > largeTypeUpTo ? 8 : 11, fill: color.muted };
  return [
    label(right, bottom, 'recall, %', type),
    label(left - 8, bottom, 'precision, %', { ...type, 'text-anchor': 'end' }),
    ...counts.flatMap((row, i) => {
      const found = row[i] ?? 0;
      const predicted = sum(counts, (other) => other[i] ?? 0);
      return [
        label(right, top + (i + 0.5) * cell + 4, percentOf(found, sum(row)), type),
        label(left + (i + 0.5) * cell, bottom, percentOf(found, predicted), {
          ...type,
          'text-anchor': 'middle',
        }),
      ];
    }),
  ];
}

/** Of nothing there is no share: a class may not occur, or never be predicted. */
function percentOf(part: number, whole: number): string {
  return whole === 0 ? '–' : ((part / whole) * 100).toFixed(1);
}
