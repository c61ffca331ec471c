import type { Markup } from './markup.js';
import { label, pictureWidth } from './picture.js';
import { fitText, textWidth } from './text-width.js';

const gap = 6;
const between = 14;
const rowHeight = 20;

/**
 * Names in rows over the width of a picture, each behind a sample of what is drawn for it.
 *
 * `sample` draws the i-th from `left` on, as wide as `sampleWidth`, around the height `middle`.
 */
export function legend(
  names: readonly string[],
  sampleWidth: number,
  sample: (index: number, left: number, middle: number) => Markup,
): { body: Markup[]; height: number } {
  let left = 0;
  let row = 0;
  const body = names.flatMap((name, i) => {
    const words = fitText(name, pictureWidth - sampleWidth - gap, 12);
    const width = sampleWidth + gap + textWidth(words, 12);
    if (left > 0 && left + width > pictureWidth) {
      left = 0;
      row += 1;
    }
    const start = left;
    left += width + between;
    return [
      sample(i, start, row * rowHeight + 10),
      label(start + sampleWidth + gap, row * rowHeight + 14, words),
    ];
  });
  return { body, height: (row + 1) * rowHeight };
}
