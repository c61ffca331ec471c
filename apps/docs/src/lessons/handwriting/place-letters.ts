import type { WrittenStrokes } from '@myelin/zoo';
import type { HandwritingNews } from './messages.js';

/** A page of letters: paths of SVG, and how large the page is. */
export interface WrittenPage {
  readonly paths: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** In units of which a low letter is five high. */
const lowHeight = 5;
const gap = 1.6;
const space = 4;
const lineHeight = 16;
const lineWidth = 90;
const margin = 4;
const descending = 'gjpqy';

/**
 * Puts letters on lines: low and tall ones stand on the line, descending ones hang from the height of a low letter.
 *
 * The model says nothing of lines: it learned letters that stood alone.
 */
export function placeLetters(text: string, letters: readonly HandwritingNews[]): WrittenPage {
  const byPlace = new Map(letters.map(({ place, strokes }) => [place, strokes]));
  const paths: string[] = [];
  let x = margin;
  let line = 0;
  Array.from(text).forEach((letter, place) => {
    const strokes = byPlace.get(place);
    if (letter === ' ') {
      x += space;
      if (x > lineWidth - 20) [x, line] = [margin, line + 1];
      return;
    }
    if (strokes === undefined) return;
    const box = boxOf(strokes);
    if (x + box.right - box.left > lineWidth) [x, line] = [margin, line + 1];
    const base = margin + 10 + line * lineHeight;
    const down = descending.includes(letter) ? base - lowHeight + box.top : base + box.bottom;
    const dx = x - box.left;
    paths.push(...strokes.map((stroke) => pathOf(stroke.map(([px, py]) => [px + dx, down - py] as const))));
    x += box.right - box.left + gap;
  });
  return { paths, width: lineWidth + margin, height: (line + 1) * lineHeight + margin + 4 };
}

function boxOf(strokes: WrittenStrokes): { left: number; right: number; top: number; bottom: number } {
  const xs = strokes.flat().map(([x]) => x);
  const ys = strokes.flat().map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.max(...ys), bottom: Math.min(...ys) };
}

/** Through the middles of a stroke's pieces, rounded at its points; a dot is a short line. */
function pathOf(points: readonly (readonly [x: number, y: number])[]): string {
  const [first = [0, 0] as const] = points;
  const at = ([x, y]: readonly [number, number]): string => `${x.toFixed(2)} ${y.toFixed(2)}`;
  if (points.length < 2) return `M${at(first)}h0.01`;
  const curves = points.slice(1, -1).map((point, i) => {
    const next = points[i + 2] ?? point;
    return `Q${at(point)} ${at([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`;
  });
  return `M${at(first)}${curves.join('')}L${at(points.at(-1) ?? first)}`;
}
