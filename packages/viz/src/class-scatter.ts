import { ArgumentError, type ArrayLike, NdArray, ShapeError, formatShape } from '@myelin/core';
import { extent, mean } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Frame, horizontalAxis, verticalAxis } from './internal/axes.js';
import { formatCount, formatValue, tickFormat } from './internal/format-number.js';
import { legend } from './internal/legend.js';
import { type Markup, element, text } from './internal/markup.js';
import { label, picture, pictureWidth } from './internal/picture.js';
import { readClasses } from './internal/read-array.js';
import { color, seriesColor } from './internal/theme.js';

export interface ClassScatterOptions {
  /** `[n, 2]`: to the right, and up. */
  readonly points: ArrayLike;
  /** Of each point: class numbers from 0 `[n]` or `[n, 1]`, or rows such as one-hot `[n, classes]`. */
  readonly classes: ArrayLike;
  /** What the class numbers stand for; default: the numbers. */
  readonly labels?: readonly string[];
  /** A line on top of the picture. */
  readonly title?: string;
  /** What runs to the right. */
  readonly xLabel?: string;
  /** What runs up. */
  readonly yLabel?: string;
}

interface Group {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Around a point, relative: dot, triangle, diamond. Colours are five, so each shape serves five classes. */
const marks = [
  'm-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z',
  'm0-3.4l3.3 5.7h-6.6z',
  'm0-3.6l3 3.6l-3 3.6l-3-3.6z',
];
const colors = 5;
const sampleWidth = 10;

/**
 * Points of a plane, each class in a mark of its own: codes of an autoencoder, two principal components, embeddings.
 *
 * The marks differ in colour and, from the sixth class on, in shape. Each axis has its own scale. Points that are not
 * finite are left out.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * const svg = classScatter({ points: [[0, 1], [2, 0.5]], classes: [0, 1], labels: ['cat', 'dog'] });
 * svg.includes('cat: 1 point around 0, 1.'); // true
 * ```
 * @throws ShapeError for points that are not `[n, 2]`; ArgumentError for other lengths, too few labels, more than 15
 * classes, and if no point is finite.
 */
export function classScatter(options: ClassScatterOptions): string {
  const { title, xLabel, yLabel } = options;
  const groups = readGroups(options);
  const points = groups.flatMap((group) => group.points);
  if (points.length === 0) {
    throw new ArgumentError({ who: 'classScatter', expected: 'at least one finite point', got: 'none' });
  }
  const names = legend(
    groups.map(({ name }) => name),
    sampleWidth,
    (i, left, middle) => drawMarks(i, [[left + sampleWidth / 2, middle]]),
  );
  const top = names.height + (yLabel === undefined ? 8 : 34);
  const frame: Frame = { left: 52, right: pictureWidth - 12, top, bottom: top + 340 };
  const axis = (place: 0 | 1): ReturnType<typeof scaleLinear<number, number>> =>
    scaleLinear(roomFor(points.map((point) => point[place])), [0, 1]).nice(6);
  const x = axis(0).range([frame.left + 4, frame.right - 4]);
  const y = axis(1).range([frame.bottom, frame.top]);
  const [xTicks, yTicks] = [x.ticks(6), y.ticks(6)];
  return picture({
    width: pictureWidth,
    height: frame.bottom + (xLabel === undefined ? 26 : 42),
    title,
    name: 'Points by class',
    description: groups.map(describe).join(' '),
    body: [
      ...names.body,
      ...(yLabel === undefined ? [] : [label(0, frame.top - 16, yLabel, { fill: color.muted })]),
      verticalAxis(frame, { ticks: yTicks, format: tickFormat(yTicks, y.tickFormat(6)), place: y }),
      horizontalAxis(frame, { ticks: xTicks, format: tickFormat(xTicks, x.tickFormat(6)), place: x }),
      ...(xLabel === undefined
        ? []
        : [label(frame.right, frame.bottom + 36, xLabel, { 'text-anchor': 'end', fill: color.muted })]),
      ...groups.map((group, i) =>
        drawMarks(
          i,
          group.points.map(([right, up]) => [x(right), y(up)]),
          element('title', {}, text(group.name)),
        ),
      ),
    ],
  });
}

function readGroups({ points, classes, labels }: ClassScatterOptions): readonly Group[] {
  const who = 'classScatter';
  const places = NdArray.from(points);
  if (places.rank !== 2 || places.shape[1] !== 2) {
    throw new ShapeError({ who, expected: 'points of shape [n, 2]', got: formatShape(places.shape) });
  }
  const { classes: numbers, depth } = readClasses(who, 'classes', classes);
  if (numbers.length !== places.shape[0]) {
    throw new ArgumentError({
      who,
      expected: 'points and classes of one length',
      got: `${places.shape[0]} and ${numbers.length}`,
    });
  }
  if (labels !== undefined && labels.length < depth) {
    throw new ArgumentError({
      who,
      expected: `a label for each of ${depth} classes`,
      got: `${labels.length}`,
    });
  }
  if (depth > marks.length * colors) {
    throw new ArgumentError({ who, expected: `at most ${marks.length * colors} classes`, got: `${depth}` });
  }
  const values = Array.from(places.data, Number);
  const groups = Array.from({ length: depth }, (): [number, number][] => []);
  numbers.forEach((number, i) => {
    const [x = NaN, y = NaN] = values.slice(2 * i, 2 * i + 2);
    if (Number.isFinite(x) && Number.isFinite(y)) groups[number]?.push([x, y]);
  });
  return groups.map((group, i) => ({ name: labels?.[i] ?? String(i), points: group }));
}

/** A single value gets room on both sides. */
function roomFor(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  const margin = low === high ? Math.abs(low) / 2 || 1 : 0;
  return [low - margin, high + margin];
}

/** All marks of a class are one path: thousands of points stay a small picture. */
function drawMarks(
  index: number,
  places: readonly (readonly [x: number, y: number])[],
  ...title: readonly Markup[]
): Markup {
  const mark = marks[Math.floor(index / colors)] ?? '';
  const d = places.map(([x, y]) => `M${rounded(x)} ${rounded(y)}${mark}`).join('');
  return element('path', { d, fill: seriesColor(index), 'fill-opacity': 0.75 }, ...title);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** `cat: 12 points around 0.5, 1.` */
function describe({ name, points }: Group): string {
  if (points.length === 0) return `${name}: no points.`;
  const [x = 0, y = 0] = [mean(points, (point) => point[0]), mean(points, (point) => point[1])];
  const count = `${formatCount(points.length)} ${points.length === 1 ? 'point' : 'points'}`;
  return `${name}: ${count} around ${formatValue(x)}, ${formatValue(y)}.`;
}
