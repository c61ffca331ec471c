import { describe, expect, it } from 'vitest';
import { centreDigit } from './centre-digit.js';

/** A drawing with one filled rectangle. */
function rectangle(size: number, x: number, y: number, width: number, height: number): Uint8Array {
  const ink = new Uint8Array(size * size);
  for (let row = y; row < y + height; row++) ink.fill(255, row * size + x, row * size + x + width);
  return ink;
}

function inkAt(pixels: Uint8Array | null): { x: number[]; y: number[] } {
  const filled = Array.from(pixels ?? []).flatMap((value, i) => (value > 0 ? [i] : []));
  const columns = filled.map((i) => i % 28);
  const rows = filled.map((i) => Math.floor(i / 28));
  return {
    x: [Math.min(...columns), Math.max(...columns)],
    y: [Math.min(...rows), Math.max(...rows)],
  };
}

describe('centreDigit', () => {
  it('scales the longer side to 20 pixels and centres it, wherever it was drawn', () => {
    for (const [x, y] of [
      [0, 0],
      [170, 90],
    ] as const) {
      const pixels = centreDigit({ ink: rectangle(280, x, y, 50, 100), width: 280, height: 280 });
      expect(inkAt(pixels)).toEqual({ x: [9, 18], y: [4, 23] });
      expect(pixels?.[14 * 28 + 14]).toBe(255);
    }
  });

  it('puts the centre of mass, not of the box, into the middle', () => {
    const ink = rectangle(280, 40, 40, 100, 200);
    for (let row = 40; row < 60; row++) ink.fill(255, row * 280 + 140, row * 280 + 240);
    const pixels = centreDigit({ ink, width: 280, height: 280 });
    let [mass, x, y] = [0, 0, 0];
    pixels?.forEach((value, i) => {
      mass += value;
      x += value * ((i % 28) + 0.5);
      y += value * (Math.floor(i / 28) + 0.5);
    });
    expect(Math.abs(x / mass - 14)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(y / mass - 14)).toBeLessThanOrEqual(0.5);
  });

  it('keeps all ink where the centre of mass is far off', () => {
    const ink = rectangle(280, 40, 40, 20, 200);
    for (let row = 220; row < 240; row++) ink.fill(255, row * 280 + 60, row * 280 + 240);
    expect(inkAt(centreDigit({ ink, width: 280, height: 280 }))).toEqual({ x: [8, 27], y: [0, 19] });
  });

  it('enlarges what is small, and takes a dot', () => {
    expect(inkAt(centreDigit({ ink: rectangle(280, 5, 7, 1, 10), width: 280, height: 280 })).y).toEqual([
      4, 23,
    ]);
    expect(centreDigit({ ink: rectangle(280, 5, 7, 1, 1), width: 280, height: 280 })?.[14 * 28 + 14]).toBe(
      255,
    );
  });

  it('is null for an empty drawing', () => {
    expect(centreDigit({ ink: new Uint8Array(280 * 280), width: 280, height: 280 })).toBeNull();
  });
});
