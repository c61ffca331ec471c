import { ArgumentError, type ArrayLike } from '@myelin/core';
import { extent, mean, sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Frame, horizontalAxis, verticalAxis } from './internal/axes.js';
import { formatCount, formatValue, tickFormat } from './internal/format-number.js';
import { element, text } from './internal/markup.js';
import { headline, label, picture, pictureWidth } from './internal/picture.js';
import { readColumn, requireSameLength } from './internal/read-array.js';
import { color } from './internal/theme.js';

export interface ScatterPlotOptions {
  /** What is right: `[n]` or `[n, 1]`. */
  readonly truth: ArrayLike;
  /** What the model says: `[n]` or `[n, 1]`. */
  readonly predicted: ArrayLike;
  /** A line on top of the picture. */
  readonly title?: string;
  /** What is predicted, with its unit: `'strength in MPa'`; default: nothing. */
  readonly quantity?: string;
}

type Pair = readonly [truth: number, predicted: number];

/** More circles than this make a file of megabytes and no clearer picture. */
const mostCircles = 5000;

/**
 * Predicted over true values with the line on which both are equal, and `R² = 1 - Σ(t - p)² / Σ(t - mean(t))²`.
 *
 * Both axes have one scale, so the distance from the line is the error. Pairs that are not finite are left out and
 * counted in the picture. Of more than 5,000 pairs every k-th is drawn; R² is that of all.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * scatterPlot({ truth: [1, 2, 3], predicted: [1.1, 1.9, 3.2] }).includes('R² 0.97'); // true
 * ```
 * @throws ArgumentError for empty arrays or arrays of two lengths, and if no pair is finite.
 * @throws ShapeError for arrays that are not `[n]` or `[n, 1]`.
 */
export function scatterPlot({ truth, predicted, title, quantity }: ScatterPlotOptions): string {
  const who = 'scatterPlot';
  const real = readColumn(who, 'truth', truth);
  const said = readColumn(who, 'predicted', predicted);
  requireSameLength(who, real.length, said.length);
  const pairs = real.map((value, i): Pair => [value, said[i] ?? NaN]);
  const finite = pairs.filter((pair) => pair.every(Number.isFinite));
  if (finite.length === 0) {
    throw new ArgumentError({ who, expected: 'at least one pair of finite numbers', got: 'none' });
  }
  const drawn = thinned(finite);
  const r2 = coefficientOfDetermination(finite);
  const score = `R² ${r2 === undefined ? 'undefined' : formatValue(r2)}`;
  const notes = [
    drawn.length < finite.length
      ? `${formatCount(drawn.length)} of ${formatCount(finite.length)} examples drawn`
      : `${formatCount(finite.length)} ${finite.length === 1 ? 'example' : 'examples'}`,
    ...(finite.length < pairs.length ? [`${formatCount(pairs.length - finite.length)} not finite`] : []),
  ].join(', ');
  const of = quantity === undefined ? '' : ` ${quantity}`;

  const frame: Frame = { left: 60, right: pictureWidth - 8, top: 54, bottom: 54 + pictureWidth - 68 };
  const scale = commonScale(finite);
  const x = scale.copy().range([frame.left, frame.right]);
  const y = scale.copy().range([frame.bottom, frame.top]);
  const ticks = scale.ticks(6);
  const format = tickFormat(ticks, scale.tickFormat(6));
  return picture({
    width: pictureWidth,
    height: frame.bottom + 42,
    title,
    name: 'Predicted and true values',
    description: `${score}, ${notes}. The dashed line is where predicted and true${of} are equal.`,
    body: [
      headline(score, notes),
      label(0, 34, `predicted${of}`, { fill: color.muted }),
      verticalAxis(frame, { ticks, format, place: y }),
      horizontalAxis(frame, { ticks, format, place: x }),
      label(frame.right, frame.bottom + 36, `true${of}`, { 'text-anchor': 'end', fill: color.muted }),
      element('path', {
        d: `M${frame.left} ${frame.bottom}L${frame.right} ${frame.top}`,
        stroke: color.muted,
        'stroke-dasharray': '5 3',
      }),
      element(
        'g',
        { fill: color.series1, 'fill-opacity': opacityFor(drawn.length) },
        ...drawn.map(([t, p]) =>
          element(
            'circle',
            { cx: x(t), cy: y(p), r: 3.5 },
            element('title', {}, text(`true ${formatValue(t)}, predicted ${formatValue(p)}`)),
          ),
        ),
      ),
    ],
  });
}

/** One domain for both axes, with round ends; a single value gets room on both sides. */
function commonScale(pairs: readonly Pair[]): ReturnType<typeof scaleLinear<number, number>> {
  const [low = 0, high = 1] = extent(pairs.flat());
  const margin = low === high ? Math.abs(low) / 2 || 1 : 0;
  return scaleLinear([low - margin, high + margin], [0, 1]).nice(6);
}

/** Undefined where all true values are equal: there is nothing to explain. */
function coefficientOfDetermination(pairs: readonly Pair[]): number | undefined {
  const average = mean(pairs, ([t]) => t) ?? 0;
  const total = sum(pairs, ([t]) => (t - average) ** 2);
  return total === 0 ? undefined : 1 - sum(pairs, ([t, p]) => (t - p) ** 2) / total;
}

function thinned(pairs: readonly Pair[]): readonly Pair[] {
  const step = Math.ceil(pairs.length / mostCircles);
  return step === 1 ? pairs : pairs.filter((_, i) => i % step === 0);
}

/** Fainter the more there are, so that crowded places look crowded. */
function opacityFor(count: number): number {
  return count <= 100 ? 0.7 : count <= 1000 ? 0.45 : 0.25;
}
