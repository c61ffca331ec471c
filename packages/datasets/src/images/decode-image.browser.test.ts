import { describe, expect, it } from 'vitest';
import goldens from '../goldens/datasets.json' with { type: 'json' };
import type { ColorMode } from './color-mode.js';
import { decodeImage } from './decode-image.js';

// A canvas keeps colours multiplied by alpha, and so rounds those of see-through pixels.
const seeThrough = ['rgba.png', 'gray-alpha.png', '16-bits.png'];
const opaque = goldens.decodeImage.filter(({ name }) => !seeThrough.includes(name));

describe('decodeImage in a page', () => {
  it.each(opaque)('of $name as $colorMode', async (golden) => {
    const bytes = Uint8Array.from(atob(golden.file), (character) => character.charCodeAt(0));
    const image = await decodeImage(bytes, { colorMode: golden.colorMode as ColorMode });
    expect([image.shape, image.dtype]).toEqual([golden.shape, 'uint8']);
    const differences = golden.pixels.map((value, i) => Math.abs(Number(image.data[i]) - value));
    expect(Math.max(...differences)).toBeLessThanOrEqual(golden.name.endsWith('.jpg') ? 1 : 0);
  });

  it('refuses what is no image', async () => {
    await expect(decodeImage(Uint8Array.of(1, 2, 3), { name: 'a.png' })).rejects.toThrow(
      'a.png: expected a whole PNG or JPEG file',
    );
  });
});
