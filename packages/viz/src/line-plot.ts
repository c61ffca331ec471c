import { ArgumentError } from '@myelin/core';
import { extent } from 'd3-array';
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { type Frame, horizontalAxis, verticalAxis } from './internal/axes.js';
import { formatValue, tickFormat } from './internal/format-number.js';
import { legend } from './internal/legend.js';
import { type Markup, element, text } from './internal/markup.js';
import { label, picture, pictureWidth } from './internal/picture.js';
import { color, seriesColor } from './internal/theme.js';

/** One line of a {@link linePlot}. */
export interface LineSeries {
  readonly name: string;
  readonly x: ArrayLikeOfNumbers;
  readonly y: ArrayLikeOfNumbers;
  /** `'dots'` draws points that no line joins. Default `'line'`. */
  readonly style?: 'line' | 'dashed' | 'dots';
}

type ArrayLikeOfNumbers = ArrayLike<number> & Iterable<number>;

export interface LinePlotOptions {
  readonly series: readonly LineSeries[];
  /** A line on top of the picture. */
  readonly title?: string;
  /** What runs to the right, with its unit. */
  readonly xLabel?: string;
  /** What runs up, with its unit. */
  readonly yLabel?: string;
  /** Default `'linear'`. */
  readonly xScale?: 'linear' | 'log';
  /** Default `'linear'`. */
  readonly yScale?: 'linear' | 'log';
  /** What the vertical axis reaches at least; default: as far as the values. */
  readonly yDomain?: readonly [low: number, high: number];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drawn extends Pick<LineSeries, 'name' | 'style'> {
  readonly points: readonly Point[];
  readonly stroke: string;
}

type NumberScale = ScaleContinuousNumeric<number, number>;

const tickCount = 5;
const sampleWidth = 22;

/**
 * Quantities over a quantity: functions, forecasts, figures by depth or by step. One colour a series, named on top.
 *
 * Where a value is not finite the line has a gap.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * const x = [-2, -1, 0, 1, 2];
 * linePlot({ series: [{ name: 'relu', x, y: x.map((v) => Math.max(v, 0)) }] }).startsWith('<svg'); // true
 * ```
 * @throws ArgumentError without a finite point, for a series whose x and y differ in length, and where a log scale meets
 * values that are not above 0.
 */
export function linePlot(options: LinePlotOptions): string {
  const { title, xLabel, yLabel, xScale = 'linear', yScale = 'linear', yDomain = [] } = options;
  const series = options.series.map(readSeries);
  const points = series.flatMap((one) => one.points).filter(isFinitePoint);
  if (points.length === 0) {
    throw new ArgumentError({ who: 'linePlot', expected: 'at least one finite point', got: 'none' });
  }
  const legend = drawLegend(series);
  const top = legend.height + (yLabel === undefined ? 8 : 34);
  const frame: Frame = { left: 52, right: pictureWidth - 12, top, bottom: top + 210 };
  const values = [...points.map(({ y }) => y), ...yDomain];
  const y = valueScale(values, yScale === 'log').range([frame.bottom, frame.top]);
  const places = points.map((point) => point.x);
  const x = placeScale(places, xScale === 'log').range([frame.left + 4, frame.right - 4]);
  const xTicks = x.ticks(6).filter((tick) => x.tickFormat(6)(tick) !== '');
  const xFormat = xScale === 'log' ? formatValue : tickFormat(xTicks, x.tickFormat(6));
  return picture({
    width: pictureWidth,
    height: frame.bottom + (xLabel === undefined ? 26 : 42),
    title,
    name: yLabel === undefined ? 'Lines' : xLabel === undefined ? yLabel : `${yLabel} over ${xLabel}`,
    description: describe(series),
    body: [
      ...legend.body,
      ...(yLabel === undefined ? [] : [label(0, frame.top - 16, yLabel, { fill: color.muted })]),
      valueAxis(frame, y, yScale === 'log'),
      horizontalAxis(frame, { ticks: xTicks, format: xFormat, place: x }),
      ...(xLabel === undefined
        ? []
        : [label(frame.right, frame.bottom + 36, xLabel, { 'text-anchor': 'end', fill: color.muted })]),
      ...series.map((one) => drawSeries(one, x, y)),
    ],
  });
}

function readSeries({ name, x, y, style = 'line' }: LineSeries, index: number): Drawn {
  if (x.length !== y.length) {
    throw new ArgumentError({
      who: 'linePlot',
      expected: `x and y of one length for ${name}`,
      got: `${x.length} and ${y.length}`,
    });
  }
  const ys = Array.from(y);
  return {
    name,
    style,
    stroke: seriesColor(index),
    points: Array.from(x, (place, i) => ({ x: place, y: ys[i] ?? NaN })),
  };
}

const isFinitePoint = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

function valueScale(values: readonly number[], logarithmic: boolean): NumberScale {
  const [low = 0, high = 1] = extent(values);
  if (!logarithmic) return scaleLinear(low === high ? aroundOne(low) : [low, high], [0, 1]).nice(tickCount);
  requirePositive(low, 'yScale');
  return scaleLog(low === high ? [low / 2, high * 2] : [low, high], [0, 1]).nice();
}

function placeScale(places: readonly number[], logarithmic: boolean): NumberScale {
  const [low = 0, high = 1] = extent(places);
  if (logarithmic) {
    requirePositive(low, 'xScale');
    return scaleLog(low === high ? [low / 2, high * 2] : [low, high], [0, 1]);
  }
  return scaleLinear(low === high ? aroundOne(low) : [low, high], [0, 1]);
}

function requirePositive(low: number, scale: string): void {
  if (low > 0) return;
  throw new ArgumentError({
    who: 'linePlot',
    expected: 'values above 0 for a log scale',
    got: String(low),
    hint: `Take ${scale} 'linear'.`,
  });
}

/** A single value gets room on both sides. */
function aroundOne(value: number): [number, number] {
  const margin = Math.abs(value) / 2 || 1;
  return [value - margin, value + margin];
}

function valueAxis(frame: Frame, y: NumberScale, logarithmic: boolean): Markup {
  const plain = y.tickFormat(tickCount);
  const ticks = y.ticks(tickCount).filter((tick) => plain(tick) !== '');
  const format = logarithmic ? formatValue : tickFormat(ticks, plain);
  return verticalAxis(frame, { ticks, format, place: y });
}

/** The names, each behind a piece of its line. */
function drawLegend(series: readonly Drawn[]): ReturnType<typeof legend> {
  const names = series.map(({ name }) => name);
  return legend(names, sampleWidth, (i, left, middle) => {
    const one = series[i] as Drawn;
    return one.style === 'dots'
      ? drawDot({ x: left + sampleWidth / 2, y: middle }, one)
      : drawPath(`M${left} ${middle}h${sampleWidth}`, one);
  });
}

function drawSeries(one: Drawn, x: NumberScale, y: NumberScale): Markup {
  const { name, points, style } = one;
  if (style === 'dots') {
    const finite = points.filter(isFinitePoint);
    return element(
      'g',
      {},
      ...finite.map((point) =>
        drawDot(
          { x: x(point.x), y: y(point.y) },
          one,
          element('title', {}, text(`${name}: ${formatValue(point.x)}, ${formatValue(point.y)}`)),
        ),
      ),
    );
  }
  const path = line<Point>()
    .defined(isFinitePoint)
    .x((point) => x(point.x))
    .y((point) => y(point.y))
    .digits(2)(points);
  return drawPath(path ?? '', one);
}

function drawPath(d: string, { stroke, style }: Drawn): Markup {
  return element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': style === 'dashed' ? '5 3' : undefined,
  });
}

function drawDot({ x, y }: Point, { stroke }: Drawn, ...title: readonly Markup[]): Markup {
  return element('circle', { cx: rounded(x), cy: rounded(y), r: 3, fill: stroke }, ...title);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** `relu: from 0 at -2 to 2 at 2.` and so on. */
function describe(series: readonly Drawn[]): string {
  return series
    .map(({ name, points }) => {
      const finite = points.filter(isFinitePoint);
      const [first, last] = [finite[0], finite.at(-1)];
      if (first === undefined || last === undefined) return `${name}: no finite values.`;
      const [start, end] = [first, last].map((point) => `${formatValue(point.y)} at ${formatValue(point.x)}`);
      return `${name}: from ${start} to ${end}.`;
    })
    .join(' ');
}
