import { ArgumentError } from '@myelin/core';
import { type CurveScale, curvePanel } from './internal/curve-panel.js';
import { formatValue } from './internal/format-number.js';
import { element } from './internal/markup.js';
import { picture, pictureWidth } from './internal/picture.js';
import { type Metric, type TrainingHistory, readHistory } from './internal/read-history.js';
import { seriesColor } from './internal/theme.js';

export interface LearningCurvesOptions {
  /** A line on top of the picture. */
  readonly title?: string;
  /** Which figures to draw, without `val_`; default: all, `loss` first. */
  readonly metrics?: readonly string[];
  /** `'auto'` (default) takes a logarithmic axis where the values of a figure span three decades or more. */
  readonly scale?: CurveScale;
  /** What `fit` was given, if it did not evaluate after each epoch; default 1. */
  readonly validationFreq?: number | readonly number[];
  /** How many figures stand side by side; default 1. */
  readonly columns?: number;
}

const panelHeight = 230;
const columnGap = 32;
const rowGap = 18;

/**
 * The course of training: one panel a figure, training solid and validation dashed in one colour.
 *
 * Epochs are counted from 1, as `fit` prints them. Where a value is not finite the curve has a gap.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * const history = { epoch: [0, 1, 2], history: { loss: [2.3, 1.1, 0.6], val_loss: [2.2, 1.3, 0.9] } };
 * learningCurves(history, { title: 'Digits' }).startsWith('<svg'); // true
 * ```
 * @throws ArgumentError without epochs or figures, for a figure that is not there or has another number of values
 * than there are epochs, and where a log scale meets values that are not above 0.
 */
export function learningCurves(history: TrainingHistory, options: LearningCurvesOptions = {}): string {
  const { title, scale = 'auto', validationFreq, columns = 1 } = options;
  if (!Number.isInteger(columns) || columns < 1) {
    throw new ArgumentError({
      who: 'learningCurves',
      expected: 'columns of 1 or more',
      got: String(columns),
    });
  }
  const metrics = readHistory(history, { metrics: options.metrics, validationFreq });
  const across = Math.min(columns, metrics.length);
  const rows = Math.ceil(metrics.length / across);
  return picture({
    width: across * pictureWidth + (across - 1) * columnGap,
    height: rows * panelHeight + (rows - 1) * rowGap,
    title,
    name: 'Learning curves',
    description: describe(metrics),
    body: metrics.map((metric, i) => {
      const x = (i % across) * (pictureWidth + columnGap);
      const y = Math.floor(i / across) * (panelHeight + rowGap);
      return element(
        'g',
        { transform: `translate(${x} ${y})` },
        ...curvePanel(metric, {
          width: pictureWidth,
          height: panelHeight,
          scale,
          stroke: seriesColor(i),
        }),
      );
    }),
  });
}

/** `loss: train from 2.3 at epoch 1 to 0.6 at epoch 3.` and so on. */
function describe(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, curves }) => curves.map((curve) => ({ name, curve })))
    .map(({ name, curve: { name: part, points } }) => {
      const first = points[0];
      const last = points.at(-1);
      if (first === undefined || last === undefined) return `${name}: ${part} without values.`;
      const end = `${formatValue(last.value)} at epoch ${last.epoch}`;
      return points.length === 1
        ? `${name}: ${part} ${end}.`
        : `${name}: ${part} from ${formatValue(first.value)} at epoch ${first.epoch} to ${end}.`;
    })
    .join(' ');
}
