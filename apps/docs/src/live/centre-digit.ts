import type { DigitPixels } from './messages.js';

/** Pixels of a drawing, row by row, from 0 (paper) to 255 (ink). */
export interface Drawing {
  readonly ink: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

const side = 28;
const box = 20;

/**
 * Brings a drawing into the form of MNIST's digits: its longer side becomes 20 pixels, and its centre of mass stands in
 * the middle of 28x28, as far as the ink fits.
 *
 * @returns null for an empty drawing.
 */
export function centreDigit(drawing: Drawing): DigitPixels | null {
  const bounds = boundsOf(drawing);
  if (bounds === null) return null;
  const { left, top, right, bottom } = bounds;
  const scale = Math.max(right - left, bottom - top) / box;
  const width = Math.max(1, Math.round((right - left) / scale));
  const height = Math.max(1, Math.round((bottom - top) / scale));
  const small = new Float32Array(width * height);
  let mass = 0;
  let [massX, massY] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = meanInk(drawing, left + x * scale, top + y * scale, scale);
      small[y * width + x] = value;
      mass += value;
      massX += value * (x + 0.5);
      massY += value * (y + 0.5);
    }
  }
  const offsetX = fit(side / 2 - massX / mass, side - width);
  const offsetY = fit(side / 2 - massY / mass, side - height);
  return place(small, width, height, offsetX, offsetY);
}

/** The box around the ink, right and bottom excluded. */
function boundsOf({
  ink,
  width,
  height,
}: Drawing): Record<'left' | 'top' | 'right' | 'bottom', number> | null {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((ink[y * width + x] ?? 0) < 16) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return right === 0 ? null : { left, top, right, bottom };
}

/** The mean of the square of that size at that corner; what lies outside the drawing is paper. */
function meanInk({ ink, width, height }: Drawing, left: number, top: number, size: number): number {
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const x1 = Math.max(x0 + 1, Math.floor(left + size));
  const y1 = Math.max(y0 + 1, Math.floor(top + size));
  let sum = 0;
  for (let y = y0; y < Math.min(y1, height); y++) {
    for (let x = x0; x < Math.min(x1, width); x++) sum += ink[y * width + x] ?? 0;
  }
  return sum / ((x1 - x0) * (y1 - y0));
}

/** A whole offset with which no ink falls out of the picture. */
function fit(offset: number, highest: number): number {
  return Math.min(highest, Math.max(0, Math.round(offset)));
}

function place(
  small: Float32Array,
  width: number,
  height: number,
  offsetX: number,
  offsetY: number,
): DigitPixels {
  const pixels = new Uint8Array(side * side);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels[(y + offsetY) * side + x + offsetX] = Math.round(small[y * width + x] ?? 0);
    }
  }
  return pixels;
}
