import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { type Markup, element } from './markup.js';
import { label } from './picture.js';
import { fitText, textWidth } from './text-width.js';
import { seriesColor } from './theme.js';

/** How the examples of a class look: a colour and, for readers who tell colours apart badly, a shape. */
export interface ClassMark {
  readonly name: string;
  readonly fill: string;
  /** A path around the origin. */
  readonly shape: string;
}

const shapes: readonly SymbolType[] = [symbolCircle, symbolTriangle, symbolSquare, symbolDiamond, symbolWye];
const area = 52;
const gap = 14;
const rowHeight = 20;

export function classMark(name: string, index: number): ClassMark {
  const shape = symbol(shapes[index % shapes.length], area).digits(2)() ?? '';
  return { name, fill: seriesColor(index), shape };
}

/** The names in rows, each behind its mark. */
export function drawClassLegend(
  marks: readonly ClassMark[],
  width: number,
): { body: Markup[]; height: number } {
  let left = 0;
  let row = 0;
  const body = marks.flatMap(({ name, fill, shape }) => {
    const words = fitText(name, width - gap, 12);
    const needed = gap + textWidth(words, 12);
    if (left > 0 && left + needed > width) {
      left = 0;
      row += 1;
    }
    const [x, y] = [left, row * rowHeight];
    left += needed + gap;
    return [
      element('path', { d: shape, fill, transform: `translate(${x + 5} ${y + 10})` }),
      label(x + gap, y + 14, words),
    ];
  });
  return { body, height: (row + 1) * rowHeight };
}
