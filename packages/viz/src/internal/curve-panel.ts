import { ArgumentError } from '@myelin/core';
import { extent } from 'd3-array';
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { type Frame, horizontalAxis, verticalAxis } from './axes.js';
import { formatCount, formatValue, tickFormat } from './format-number.js';
import { type Markup, element, text } from './markup.js';
import { label } from './picture.js';
import type { Curve, CurvePoint, Metric } from './read-history.js';
import { fitText, textWidth } from './text-width.js';
import { color } from './theme.js';

export type CurveScale = 'linear' | 'log' | 'auto';

interface PanelOptions {
  readonly width: number;
  readonly height: number;
  readonly scale: CurveScale;
  readonly stroke: string;
}

type NumberScale = ScaleContinuousNumeric<number, number>;

/** From this ratio of largest to smallest on, a linear axis would press the later epochs flat. */
const logFrom = 1000;
/** Up to so many epochs each value has a dot to point at. */
const dotsUpTo = 25;
const tickCount = 5;
/** The piece of each curve beside its name. */
const sampleWidth = 22;

/** One figure over the epochs: its name and last values in a row on top, below it the curves. */
export function curvePanel(metric: Metric, { width, height, scale, stroke }: PanelOptions): Markup[] {
  const frame: Frame = { left: 52, right: width - 8, top: 34, bottom: height - 40 };
  const middle = (frame.left + frame.right) / 2;
  const values = metric.curves.flatMap(({ points }) => points.map(({ value }) => value));
  const finite = values.filter(Number.isFinite);
  const logarithmic = isLogarithmic(metric.name, scale, finite);
  const y = valueScale(finite, logarithmic).range([frame.bottom, frame.top]);
  const x = epochScale(metric).range([frame.left + 6, frame.right - 6]);
  const gaps = finite.length < values.length;
  const notes = [...(logarithmic ? ['log scale'] : []), ...(gaps ? ['gap: not finite'] : [])];
  return [
    ...header(metric, frame.right, stroke),
    finite.length === 0
      ? label(middle, (frame.top + frame.bottom) / 2, 'no finite value', { 'text-anchor': 'middle' })
      : valueAxis(frame, y, logarithmic),
    horizontalAxis(frame, { ticks: epochTicks(metric, x), format: formatCount, place: x }),
    label(middle, height - 6, 'epoch', { 'text-anchor': 'middle', fill: color.muted }),
    ...(notes.length === 0
      ? []
      : [label(frame.right, height - 6, notes.join(' · '), { 'text-anchor': 'end', fill: color.muted })]),
    ...metric.curves.map((curve) => drawCurve(curve, x, y, stroke)),
  ];
}

function isLogarithmic(name: string, scale: CurveScale, finite: readonly number[]): boolean {
  const smallest = Math.min(...finite);
  if (scale === 'auto') return smallest > 0 && Math.max(...finite) / smallest >= logFrom;
  if (scale === 'log' && smallest <= 0) {
    throw new ArgumentError({
      who: 'learningCurves',
      expected: `values of ${name} above 0 for a log scale`,
      got: String(smallest),
      hint: "Use scale 'auto', or choose other metrics.",
    });
  }
  return scale === 'log' && finite.length > 0;
}

function valueScale(finite: readonly number[], logarithmic: boolean): NumberScale {
  const [low = 0, high = 1] = extent(finite);
  if (logarithmic) {
    return scaleLog(low === high ? [low / 2, high * 2] : [low, high], [0, 1]).nice();
  }
  const margin = low === high ? Math.abs(low) / 2 || 1 : 0;
  return scaleLinear([low - margin, high + margin], [0, 1]).nice(tickCount);
}

function epochScale(metric: Metric): NumberScale {
  const [first, last] = epochRange(metric);
  return scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [0, 1]);
}

/** Whole epochs that were run. */
function epochTicks(metric: Metric, x: NumberScale): number[] {
  const [first, last] = epochRange(metric);
  return x.ticks(6).filter((tick) => Number.isInteger(tick) && tick >= first && tick <= last);
}

function epochRange({ curves }: Metric): [number, number] {
  const [first = 1, last = 1] = extent(curves.flatMap(({ points }) => points.map(({ epoch }) => epoch)));
  return [first, last];
}

function valueAxis(frame: Frame, y: NumberScale, logarithmic: boolean): Markup {
  const plain = y.tickFormat(tickCount);
  const ticks = y.ticks(tickCount).filter((tick) => plain(tick) !== '');
  return verticalAxis(frame, {
    ticks,
    format: logarithmic ? formatValue : tickFormat(ticks, plain),
    place: y,
  });
}

/** The name to the left; to the right, ending at `end`, a piece of each curve with its name and last value. */
function header(metric: Metric, end: number, stroke: string): Markup[] {
  const entries: Markup[] = [];
  let right = end;
  for (const curve of [...metric.curves].reverse()) {
    const words = `${curve.name} ${formatValue(curve.points.at(-1)?.value ?? NaN)}`;
    const left = Math.round(right - textWidth(words, 12) - sampleWidth - 6);
    entries.unshift(
      drawLine(`M${left} 10h${sampleWidth}`, curve, stroke),
      drawDot(left + sampleWidth / 2, 10, curve, stroke),
      label(right, 14, words, { 'text-anchor': 'end' }),
    );
    right = left - 14;
  }
  return [label(0, 14, fitText(metric.name, right, 13), { 'font-size': 13, 'font-weight': 600 }), ...entries];
}

/** A line with gaps where values are not finite; a value between two gaps is a dot, so that it shows at all. */
function drawCurve(curve: Curve, x: NumberScale, y: NumberScale, stroke: string): Markup {
  const { name, points } = curve;
  const isFinite = (point: CurvePoint | undefined): boolean => Number.isFinite(point?.value);
  const path = line<CurvePoint>()
    .defined(isFinite)
    .x(({ epoch }) => x(epoch))
    .y(({ value }) => y(value))
    .digits(2)(points);
  const dots = points.filter(
    (point, i) =>
      isFinite(point) && (points.length <= dotsUpTo || !(isFinite(points[i - 1]) || isFinite(points[i + 1]))),
  );
  return element(
    'g',
    {},
    drawLine(path ?? '', curve, stroke),
    ...dots.map(({ epoch, value }) => {
      const words = `epoch ${epoch}, ${name}: ${formatValue(value)}`;
      return drawDot(x(epoch), y(value), curve, stroke, element('title', {}, text(words)));
    }),
  );
}

function drawLine(d: string, { name }: Curve, stroke: string): Markup {
  return element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': name === 'validation' ? '5 3' : undefined,
  });
}

/** Filled for training, hollow for validation. */
function drawDot(
  cx: number,
  cy: number,
  { name }: Curve,
  stroke: string,
  ...title: readonly Markup[]
): Markup {
  const look =
    name === 'validation' ? { fill: color.surface, stroke, 'stroke-width': 1.5 } : { fill: stroke };
  return element('circle', { cx, cy, r: 2.5, ...look }, ...title);
}
