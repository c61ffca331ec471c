import { type ArrayLike, NdArray } from '@myelin/core';
import type { DecisionGrid } from '../decision-grid.js';
import type { Frame } from './axes.js';
import type { ClassMark } from './class-marks.js';
import { type Markup, element } from './markup.js';

/** Probabilities from which on a region is drawn stronger, and how strong: faint below the first. */
const steps = [
  { from: 0.9, opacity: 0.42 },
  { from: 0.6, opacity: 0.28 },
  { from: 0, opacity: 0.14 },
] as const;

/** The largest probability of each cell; 1 where there are only class numbers. */
export function certainties(predicted: ArrayLike, cells: number): readonly number[] {
  const { data, rank, shape } = NdArray.from(predicted);
  const classes = rank === 2 ? (shape[1] ?? 1) : 1;
  if (classes === 1) return Array<number>(cells).fill(1);
  const values = Array.from(data, Number);
  return Array.from({ length: cells }, (_, i) => Math.max(...values.slice(i * classes, (i + 1) * classes)));
}

/** One path for each class and strength: the runs of cells that have both, row by row. */
export function drawRegions(
  frame: Frame,
  { columns, rows }: DecisionGrid,
  classes: readonly number[],
  certainty: readonly number[],
  marks: readonly ClassMark[],
): Markup {
  const [width, height] = [(frame.right - frame.left) / columns, (frame.bottom - frame.top) / rows];
  const strength = certainty.map((share) => steps.findIndex(({ from }) => share >= from));
  const paths = new Map<string, string[]>();
  for (let row = 0; row < rows; row++) {
    let start = 0;
    for (let column = 1; column <= columns; column++) {
      const [first, cell] = [row * columns + start, row * columns + column];
      const isSame =
        column < columns && classes[cell] === classes[first] && strength[cell] === strength[first];
      if (isSame) continue;
      const key = `${classes[first]} ${strength[first]}`;
      const [left, top] = [frame.left + start * width, frame.bottom - (row + 1) * height];
      const run = `M${rounded(left)} ${rounded(top)}h${rounded((column - start) * width)}v${rounded(height)}h${rounded((start - column) * width)}z`;
      paths.set(key, [...(paths.get(key) ?? []), run]);
      start = column;
    }
  }
  return element(
    'g',
    // Otherwise the background shines through between rows.
    { 'shape-rendering': 'crispEdges' },
    ...Array.from(paths, ([key, runs]) => {
      const [place = 0, step = 0] = key.split(' ').map(Number);
      return element('path', {
        d: runs.join(''),
        fill: marks[place]?.fill,
        'fill-opacity': steps[step]?.opacity,
      });
    }),
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
