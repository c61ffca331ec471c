import { type Markup, element } from './markup.js';
import { label } from './picture.js';
import { color } from './theme.js';

/** The rectangle between the axes. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface AxisParts {
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
  readonly place: (tick: number) => number;
}

const size = { 'font-size': 11 };

/** Hairlines over the width of the frame, each with its value to the left. */
export function verticalAxis(frame: Frame, { ticks, format, place }: AxisParts): Markup {
  return element(
    'g',
    { ...size, 'text-anchor': 'end' },
    ...ticks.flatMap((tick) => [
      element('path', { d: `M${frame.left} ${rounded(place(tick))}H${frame.right}`, stroke: color.grid }),
      label(frame.left - 8, place(tick) + 4, format(tick), { fill: color.muted }),
    ]),
  );
}

/** The base line of the frame, small marks below it and their values. */
export function horizontalAxis(frame: Frame, { ticks, format, place }: AxisParts): Markup {
  return element(
    'g',
    { ...size, 'text-anchor': 'middle' },
    element('path', { d: `M${frame.left} ${frame.bottom}H${frame.right}`, stroke: color.axis }),
    ...ticks.flatMap((tick) => [
      element('path', { d: `M${rounded(place(tick))} ${frame.bottom}v4`, stroke: color.axis }),
      label(place(tick), frame.bottom + 17, format(tick), { fill: color.muted }),
    ]),
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
