import { pretrained, writeLetter } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { HandwritingNews, HandwritingRequest, HandwritingResult } from './messages.js';

export const run: RunFunction<HandwritingRequest, HandwritingNews, HandwritingResult> = async (
  { text, bias, seed },
  { tell, signal },
) => {
  const { model } = await pretrained('letter-writer');
  let points = 0;
  for (const [place, letter] of Array.from(text).entries()) {
    if (letter === ' ') continue;
    if (signal.aborted) break;
    const strokes = await writeLetter(model, letter, { bias, seed: seed + place });
    points += strokes.flat().length;
    tell({ place, strokes });
  }
  return { points };
};
