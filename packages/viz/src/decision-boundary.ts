import { ArgumentError, type ArrayLike, NdArray, ShapeError, formatShape } from '@myelin/core';
import { scaleLinear } from 'd3-scale';
import { type DecisionGrid, checkGrid } from './decision-grid.js';
import { type Frame, horizontalAxis, verticalAxis } from './internal/axes.js';
import { type ClassMark, classMark, drawClassLegend } from './internal/class-marks.js';
import { certainties, drawRegions } from './internal/draw-regions.js';
import { formatCount, formatPercent, tickFormat } from './internal/format-number.js';
import { type Markup, element } from './internal/markup.js';
import { label, picture, pictureWidth } from './internal/picture.js';
import { readClasses } from './internal/read-array.js';
import { color } from './internal/theme.js';

export interface DecisionBoundaryOptions {
  /** Where the model was asked. */
  readonly grid: DecisionGrid;
  /**
   * What it says there, in the order of `decisionGridPoints`: class numbers `[cells]`, or one row of probabilities for each
   * cell, `[cells, classes]`, whose largest counts; then a region is the paler the less sure the model is.
   */
  readonly predicted: ArrayLike;
  /** Examples to draw on top: their two columns `[n, 2]`, and their class numbers. */
  readonly examples?: { readonly x: ArrayLike; readonly truth: ArrayLike };
  /** The names of the classes, in the order of their numbers; default: the numbers. */
  readonly labels?: readonly string[];
  /** What runs to the right, with its unit. */
  readonly xLabel?: string;
  /** What runs up, with its unit. */
  readonly yLabel?: string;
  /** A line on top of the picture. */
  readonly title?: string;
}

type NumberScale = ReturnType<typeof scaleLinear<number, number>>;

/**
 * Where a model says which class, over two columns of its inputs, and the examples that it learned from or was tested on.
 *
 * Classes have a colour and a mark each. Make the grid by `decisionGridPoints` and let the model predict it.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * import type { DecisionGrid } from '@myelin/viz';
 * const grid: DecisionGrid = { x: [0, 1], y: [0, 1], columns: 20, rows: 20 };
 * const points = decisionGridPoints(grid).toArray() as [x: number, y: number][];
 * const predicted = points.map(([x, y]) => (y > x ? 1 : 0));
 * decisionBoundary({ grid, predicted, labels: ['below', 'above'] }).includes('above'); // true
 * ```
 * @throws ArgumentError for a grid without extent, for predictions that are not as many as its cells, for examples that do
 * not belong together and for a class without label.
 * @throws ShapeError for examples that are not `[n, 2]`.
 */
export function decisionBoundary(options: DecisionBoundaryOptions): string {
  const who = 'decisionBoundary';
  const { grid, predicted, title, xLabel, yLabel } = options;
  checkGrid(who, grid);
  const said = readClasses(who, 'predicted', predicted);
  const cells = grid.columns * grid.rows;
  if (said.classes.length !== cells) {
    throw new ArgumentError({ who, expected: `${cells} predictions`, got: String(said.classes.length) });
  }
  const examples = readExamples(who, options.examples);
  const depth = Math.max(said.depth, ...examples.map(({ truth }) => truth + 1));
  const marks = readMarks(who, options.labels, depth);
  const legend = drawClassLegend(marks, pictureWidth);
  const top = legend.height + (yLabel === undefined ? 8 : 34);
  const frame: Frame = { left: 52, right: pictureWidth - 12, top, bottom: top + 300 };
  const x = scaleLinear(grid.x, [frame.left, frame.right]);
  const y = scaleLinear(grid.y, [frame.bottom, frame.top]);
  const [xTicks, yTicks] = [x.ticks(6), y.ticks(5)];
  return picture({
    width: pictureWidth,
    height: frame.bottom + (xLabel === undefined ? 26 : 42),
    title,
    name:
      xLabel === undefined || yLabel === undefined
        ? 'Decision boundary'
        : `Classes by ${xLabel} and ${yLabel}`,
    description: describe(marks, said.classes, examples),
    body: [
      ...legend.body,
      ...(yLabel === undefined ? [] : [label(0, frame.top - 16, yLabel, { fill: color.muted })]),
      verticalAxis(frame, { ticks: yTicks, format: tickFormat(yTicks, y.tickFormat(5)), place: y }),
      horizontalAxis(frame, { ticks: xTicks, format: tickFormat(xTicks, x.tickFormat(6)), place: x }),
      ...(xLabel === undefined
        ? []
        : [label(frame.right, frame.bottom + 36, xLabel, { 'text-anchor': 'end', fill: color.muted })]),
      drawRegions(frame, grid, said.classes, certainties(predicted, cells), marks),
      drawExamples(examples, marks, x, y),
    ],
  });
}

interface Example {
  readonly x: number;
  readonly y: number;
  readonly truth: number;
}

function readExamples(who: string, examples: DecisionBoundaryOptions['examples']): Example[] {
  if (examples === undefined) return [];
  const x = NdArray.from(examples.x);
  const { classes } = readClasses(who, 'truth', examples.truth);
  if (x.rank !== 2 || x.shape[1] !== 2) {
    throw new ShapeError({ who, expected: 'x of examples of shape [n, 2]', got: formatShape(x.shape) });
  }
  if (x.shape[0] !== classes.length) {
    throw new ArgumentError({
      who,
      expected: 'x and truth of one length',
      got: `${x.shape[0]} and ${classes.length}`,
    });
  }
  return classes.map((truth, i) => ({ x: Number(x.at(i, 0)), y: Number(x.at(i, 1)), truth }));
}

function readMarks(who: string, labels: readonly string[] | undefined, depth: number): ClassMark[] {
  if (labels !== undefined && labels.length < depth) {
    throw new ArgumentError({ who, expected: `labels for ${depth} classes`, got: String(labels.length) });
  }
  const names = labels ?? Array.from({ length: depth }, (_, i) => String(i));
  return names.map(classMark);
}

function drawExamples(
  examples: readonly Example[],
  marks: readonly ClassMark[],
  x: NumberScale,
  y: NumberScale,
): Markup {
  const [[left = 0, right = 0], [low = 0, high = 0]] = [x.domain(), y.domain()];
  const seen = examples.filter((one) => one.x >= left && one.x <= right && one.y >= low && one.y <= high);
  return element(
    'g',
    { stroke: color.surface, 'stroke-width': 1 },
    ...seen.map((one) =>
      element('path', {
        d: marks[one.truth]?.shape,
        fill: marks[one.truth]?.fill,
        transform: `translate(${rounded(x(one.x))} ${rounded(y(one.y))})`,
      }),
    ),
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** `setosa: 31.0 % of the area, 50 examples.` and so on. */
function describe(
  marks: readonly ClassMark[],
  classes: readonly number[],
  examples: readonly Example[],
): string {
  return marks
    .map(({ name }, place) => {
      const area = classes.filter((one) => one === place).length / classes.length;
      const count = examples.filter(({ truth }) => truth === place).length;
      const own =
        examples.length === 0 ? '' : `, ${formatCount(count)} ${count === 1 ? 'example' : 'examples'}`;
      return `${name}: ${formatPercent(area)} of the area${own}.`;
    })
    .join(' ');
}
