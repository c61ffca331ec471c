import { describe, expect, it } from 'vitest';
import { pictureStyle, tones } from './theme.js';

type Rgb = readonly number[];

const channels = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
const linear = (rgb: Rgb): Rgb => rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const dot = (a: Rgb, b: Rgb): number => a.reduce((all, value, i) => all + value * (b[i] ?? 0), 0);
const luminance = (rgb: Rgb): number => dot(linear(rgb), [0.2126, 0.7152, 0.0722]);
const mixed = (under: Rgb, over: Rgb, share: number): Rgb =>
  under.map((c, i) => c + ((over[i] ?? 0) - c) * share);

/** The contrast of WCAG 2. */
function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes, 2009: severity 1, on linear colours. */
const deficiencies: Readonly<Record<string, readonly Rgb[]>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB of a linear colour under D65, where a distance of 10 is plain to see. */
function lab(rgb: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot(rgb, [0.4124, 0.3576, 0.1805]) / 0.9505);
  const y = f(dot(rgb, [0.2126, 0.7152, 0.0722]));
  const z = f(dot(rgb, [0.0193, 0.1192, 0.9505]) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const series = [tones.series1, tones.series2, tones.series3, tones.series4, tones.series5];

describe.each(['light', 'dark'] as const)('theme, %s', (mode) => {
  const surface = channels(tones.surface[mode]);

  it('has text and lines that stand out from the surface', () => {
    expect(contrast(channels(tones.ink[mode]), surface)).toBeGreaterThan(7);
    expect(contrast(channels(tones.muted[mode]), surface)).toBeGreaterThan(4.5);
    for (const tone of series) expect(contrast(channels(tone[mode]), surface)).toBeGreaterThan(3);
  });

  it('keeps ink readable on every strength of the shades', () => {
    for (const shade of [tones.right, tones.wrong]) {
      for (let share = 0; share <= 1; share += 0.05) {
        const under = mixed(surface, channels(shade[mode]), share);
        expect(contrast(channels(tones.ink[mode]), under)).toBeGreaterThan(4.5);
      }
    }
  });

  it.each(Object.keys(deficiencies))('keeps series apart with colour-vision deficiency %s', (name) => {
    const seen = series.map((tone) => {
      const rgb = linear(channels(tone[mode]));
      return lab((deficiencies[name] ?? []).map((row) => Math.max(0, dot(row, rgb))));
    });
    seen.forEach((a, i) => {
      for (const b of seen.slice(i + 1)) {
        expect(Math.hypot(...a.map((value, k) => value - (b[k] ?? 0)))).toBeGreaterThan(18);
      }
    });
  });
});

describe('pictureStyle', () => {
  it('finds each tone by its light value, so these differ', () => {
    const lights = Object.values(tones).map(({ light }) => light);
    expect(new Set(lights).size).toBe(lights.length);
    for (const light of lights) expect(pictureStyle).toContain(`[fill="${light}"]`);
  });

  it('needs no escaping inside XML or HTML', () => {
    expect(pictureStyle).not.toMatch(/[<&]/);
  });
});
