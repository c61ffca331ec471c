import { digits, scalePixels } from '@myelin/datasets';
import { pretrained, sample } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { DreamNews, DreamRequest } from './messages.js';

const dreamers = 10;
const frames = 60;
const frameMs = 120;

export const run: RunFunction<DreamRequest, DreamNews, number> = async (
  { from, steps },
  { tell, signal },
) => {
  const { model } = await pretrained('digits-boltzmann');
  const { test } = await digits();
  const ink = scalePixels(test.x, [784]).rows(0, dreamers);
  let step = 0;
  let states = from === 'digits' ? ink : undefined;
  if (from === 'digits') tell({ step, images: ink.data as Float32Array });
  for (let frame = 0; frame < frames && !signal.aborted; frame++) {
    const samples = await sample(
      model,
      states === undefined ? { count: dreamers, steps } : { start: states, steps },
    );
    ({ states } = samples);
    step += steps;
    tell({ step, images: samples.means.data as Float32Array });
    await new Promise((resolve) => setTimeout(resolve, frameMs));
  }
  return step;
};
