import { ArgumentError, NdArray, nextSeed, normalArray, uniformArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import { drawIndex } from '../internal/draw-index.js';

/** Options of {@link writeLetter}. */
export interface WriteLetterOptions {
  /** How neatly: 0 as the hands that were learned from, above it ever closer to the likeliest. @defaultValue 1 */
  readonly bias?: number;
  /** Makes the letter repeatable. @defaultValue a new one each time */
  readonly seed?: number;
}

/** Points of a stroke, from the middle of the left side of the letter's box; y grows upwards. */
export type WrittenStrokes = (readonly [x: number, y: number])[][];

/**
 * Lets a `letterWriter` write a letter: draws each point from the mixture that the model gives, until it has done.
 *
 * With a bias b deviations shrink, `σ = exp(log σ - b)`, and likely Gaussians become likelier, `π ∝ exp((1 + b) · logit)`.
 *
 * @example
 * ```ts
 * const strokes = await writeLetter(letterWriter({ units: 8, mixtures: 2 }), 'a', { seed: 1 });
 * console.assert(strokes.flat().length <= 40);
 * ```
 * @throws ArgumentError for what is no letter from a to z.
 * @see Graves, 2013, arXiv:1308.0850, equations 61 and 62
 */
export async function writeLetter(
  model: Model,
  letter: string,
  { bias = 1, seed = nextSeed() }: WriteLetterOptions = {},
): Promise<WrittenStrokes> {
  if (!/^[a-z]$/.test(letter)) {
    throw new ArgumentError({
      who: 'writeLetter',
      expected: 'a letter from a to z',
      got: JSON.stringify(letter),
    });
  }
  const [, length = 0, width = 0] = model.inputShape as readonly number[];
  const chances = uniformArray({ seed, offset: 0 }, 2 * length);
  const normals = normalArray({ seed, offset: 1 }, 2 * length);
  const x = new Float32Array(length * width);
  const strokes: WrittenStrokes = [[]];
  let place: readonly [number, number] = [0, 0];
  let before = { dx: 0, dy: 0, lifted: 1 };
  for (let i = 0; i < length; i++) {
    x.set([before.dx, before.dy, before.lifted], i * width);
    x[i * width + 3 + letter.charCodeAt(0) - 97] = 1;
    const said = await model.predict(new NdArray(x, [1, length, width]), { verbose: 0 });
    const outputs = said.shape[2] ?? 0;
    const now = (said.data as Float32Array).subarray(i * outputs, (i + 1) * outputs);
    const draw = {
      component: chances[2 * i] ?? 0,
      pen: chances[2 * i + 1] ?? 0,
      x: normals[2 * i] ?? 0,
      y: normals[2 * i + 1] ?? 0,
    };
    const { dx, dy, pen } = drawMove(now, bias, draw);
    place = [place[0] + dx, place[1] + dy];
    strokes.at(-1)?.push(place);
    if (pen === 2) break;
    if (pen === 1) strokes.push([]);
    before = { dx, dy, lifted: pen };
  }
  return strokes.filter((stroke) => stroke.length > 0);
}

interface Draw {
  readonly component: number;
  readonly pen: number;
  readonly x: number;
  readonly y: number;
}

/** One point from what the model says; see `mixtureDensity` for the order of the numbers. */
function drawMove(
  said: Float32Array,
  bias: number,
  draw: Draw,
): { readonly dx: number; readonly dy: number; readonly pen: number } {
  const mixtures = (said.length - 3) / 6;
  const part = (index: number): Float32Array => said.subarray(index * mixtures, (index + 1) * mixtures);
  const one = choose(part(0), 1 + bias, draw.component);
  const of = (index: number): number => part(index)[one] ?? 0;
  const deviation = (index: number): number => Math.exp(Math.max(of(index), -3) - bias);
  const correlation = 0.98 * Math.tanh(of(5));
  const slanted = correlation * draw.x + Math.sqrt(1 - correlation ** 2) * draw.y;
  return {
    dx: of(1) + deviation(3) * draw.x,
    dy: of(2) + deviation(4) * slanted,
    pen: choose(said.subarray(6 * mixtures), 1 + bias, draw.pen),
  };
}

/** A place, each as likely as softmax of its logit times `sharpness`. */
function choose(logits: Float32Array, sharpness: number, chance: number): number {
  const most = Math.max(...logits);
  return drawIndex(
    logits.map((logit) => Math.exp(sharpness * (logit - most))),
    chance,
  );
}
