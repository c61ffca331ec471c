import type { Figure } from './lesson.js';
import { kerasFigures } from './keras-figures.js';
import { mean } from './measures/mean.js';

/** A figure beside what was asked and what Keras reaches. */
export interface Judged extends Figure {
  readonly isReached: boolean;
  /** The mean over Keras' seeds; null where Keras has no such thing. */
  readonly keras: number | null;
}

/**
 * Holds a figure against what was asked of it.
 *
 * One that shall be near Keras' counts as not reached while that is not known.
 */
export function judge(figure: Figure): Judged {
  const recorded = kerasFigures[figure.id];
  const keras = recorded === undefined ? null : mean(recorded);
  return { ...figure, keras, isReached: meets(figure, keras) };
}

function meets({ asked, value }: Figure, keras: number | null): boolean {
  if ('atLeast' in asked) return value >= asked.atLeast;
  if ('atMost' in asked) return value <= asked.atMost;
  return keras !== null && Math.abs(value - keras) <= asked.nearKeras;
}

/** A value with its unit: `'99.2 %'`, `'0.881'`, `'2.31 bits'`. */
export function formatValue(value: number, unit: string): string {
  if (unit === '%') return `${(value * 100).toFixed(1)} %`;
  const digits = value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(1) : value.toPrecision(3);
  return unit === '' ? digits : `${digits} ${unit}`;
}

/** What was asked, in words: `'at least 99.2 %'`. */
export function formatAsked({ asked, unit }: Figure): string {
  const bound = (value: number, than: string | undefined): string =>
    `${formatValue(value, unit)}${than === undefined ? '' : ` (${than})`}`;
  if ('atLeast' in asked) return `at least ${bound(asked.atLeast, asked.than)}`;
  if ('atMost' in asked) return `at most ${bound(asked.atMost, asked.than)}`;
  return `Keras ± ${formatValue(asked.nearKeras, unit)}`;
}
