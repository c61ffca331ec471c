import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NdArray } from '@myelin/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ColorMode,
  type ImageDatasetOptions,
  type Interpolation,
  decodeImage,
  imageDatasetFromDirectory,
} from '../index.js';
import goldens from '../goldens/datasets.json' with { type: 'json' };

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));

function largestDifference(array: NdArray, expected: readonly number[]): number {
  expect(array.size).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(Number(array.data[i]) - value)));
}

describe(`against Keras ${goldens.keras}`, () => {
  it.each(goldens.decodeImage)('decodeImage of $name as $colorMode', async (golden) => {
    const { name, file, colorMode, shape, pixels } = golden;
    const image = await decodeImage(fromBase64(file), { colorMode: colorMode as ColorMode, name });
    expect([image.shape, image.dtype]).toEqual([shape, 'uint8']);
    // TensorFlow makes grey of all 16 bits.
    const isRounded = name === '16-bits.png' && colorMode === 'grayscale';
    // JPEG leaves the rounding open, and how colours of half the size are spread.
    const allowed = name === 'halved.jpg' ? 12 : name.endsWith('.jpg') ? 3 : isRounded ? 1 : 0;
    expect(largestDifference(image, pixels)).toBeLessThanOrEqual(allowed);
  });

  describe('imageDatasetFromDirectory', () => {
    const { files, cases } = goldens.imageDatasetFromDirectory;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'myelin-images-'));
      for (const [name, content] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), fromBase64(content));
      }
      await writeFile(path.join(folder, 'c/notes.txt'), 'no image');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.each(cases)('$options', async ({ options, classNames, filePaths, batches }) => {
      const dataset = await imageDatasetFromDirectory(folder, inOurNames(options));
      expect(dataset.classNames).toEqual(classNames ?? []);
      expect(dataset.filePaths).toEqual(filePaths);
      if (batches === null) return;
      let seen = 0;
      for await (const batch of dataset) {
        const expected: Record<string, { dtype: string; values: unknown }> = { ...batches[seen++] };
        expect(Object.keys(batch)).toEqual(Object.keys(expected));
        for (const [name, array] of Object.entries<NdArray>(batch)) {
          const { dtype, values } = expected[name] ?? { dtype: '', values: [] };
          const flat = [values].flat(9) as number[];
          // Keras keeps bytes where it takes the nearest pixel.
          expect(array.dtype).toBe(dtype === 'uint8' ? 'float32' : dtype);
          expect(largestDifference(array, flat)).toBeLessThanOrEqual(name === 'x' ? 1e-4 : 0);
        }
      }
      expect(seen).toBe(batches.length);
    });

    it('gives a pair that shares no image', async () => {
      const [training, validation] = await imageDatasetFromDirectory(folder, {
        seed: 7,
        validationSplit: 0.3,
        subset: 'both',
        imageSize: [2, 2],
        batchSize: 4,
      });
      const [ours, theirs] = [training.filePaths, validation.filePaths];
      expect([ours, theirs]).toEqual([cases[5]?.filePaths, cases[6]?.filePaths]);
      expect([training.cardinality, validation.cardinality]).toEqual([3, 1]);
      const labels: number[] = [];
      for await (const { y } of training) labels.push(...Array.from(y.data, Number));
      const kinds = ours.map((file) => training.classNames.indexOf(file.split('/')[0] ?? ''));
      expect(labels.sort()).toEqual(kinds.sort());
    });

    it('takes the files that a page was given', async () => {
      const given = Object.entries(files).map(([name, content]) =>
        Object.assign(new File([fromBase64(content)], path.basename(name)), {
          webkitRelativePath: `chosen/${name}`,
        }),
      );
      const dataset = await imageDatasetFromDirectory(given, { shuffle: false, imageSize: [3, 4] });
      expect(dataset.filePaths).toEqual(cases[0]?.filePaths);
    });

    it.each<[string, ImageDatasetOptions, string]>([
      ['a class that is not there', { classNames: ['c', 'd'] }, 'folders a-kind, b-kind, c, got d'],
      ['three classes as binary', { labelMode: 'binary' }, "two classes for labelMode 'binary', got 3"],
      ['half a division', { subset: 'training' }, 'validationSplit and subset together'],
      ['a share of 1', { subset: 'training', validationSplit: 1 }, 'between 0 and 1, got 1'],
      ['a division by chance', { subset: 'both', validationSplit: 0.5 }, 'a seed'],
      ['an empty part', { seed: 1, subset: 'validation', validationSplit: 0.01 }, 'none for validation'],
    ])('refuses %s', async (_, options, message) => {
      await expect(imageDatasetFromDirectory(folder, options)).rejects.toThrow(message);
    });

    it('refuses a folder that is not there', async () => {
      await expect(imageDatasetFromDirectory(path.join(folder, 'none'))).rejects.toThrow('ENOENT');
    });
  });
});

describe('decodeImage', () => {
  it('spreads grey pixels of 1 bit, and looks colours up in palettes', async () => {
    // Both are 3x2, drawn with Python's zlib by hand: 010/101 in grey, and red, green, blue from a palette.
    const gray = await decodeImage(fromBase64(bits), { colorMode: 'grayscale' });
    expect(gray.reshape([2, 3]).toArray()).toEqual([
      [0, 255, 0],
      [255, 0, 255],
    ]);
    const colors = await decodeImage(fromBase64(palette));
    expect(colors.toArray()).toEqual([
      [
        [255, 0, 0],
        [0, 255, 0],
        [0, 0, 255],
      ],
      [
        [0, 0, 255],
        [0, 255, 0],
        [255, 0, 0],
      ],
    ]);
  });

  it('refuses what is no image, whatever it is', async () => {
    await expect(decodeImage(Uint8Array.of(1, 2, 3), { name: 'a.png' })).rejects.toThrow(
      'a.png: expected a whole PNG or JPEG file, got 3 bytes that start otherwise',
    );
    const whole = goldens.decodeImage.map(({ file }) => fromBase64(file));
    const files = fc.constantFrom(...whole);
    await fc.assert(
      fc.asyncProperty(files, fc.double({ min: 0, max: 0.9, noNaN: true }), async (file, share) => {
        const cut = file.slice(0, Math.floor(file.length * share));
        await decodeImage(cut).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'FormatError' });
        });
      }),
      { numRuns: 50 },
    );
  });
});

interface KerasOptions {
  readonly shuffle?: boolean;
  readonly seed?: number;
  readonly image_size: number[];
  readonly label_mode?: string | null;
  readonly color_mode?: string;
  readonly class_names?: string[];
  readonly batch_size?: number | null;
  readonly interpolation?: string;
  readonly validation_split?: number;
  readonly subset?: string;
}

function inOurNames(options: KerasOptions): ImageDatasetOptions<'int', 'training'> {
  const { shuffle, seed, image_size, label_mode, color_mode, class_names, batch_size } = options;
  const { interpolation, validation_split, subset } = options;
  return {
    imageSize: image_size as [number, number],
    ...(shuffle === undefined ? {} : { shuffle }),
    ...(seed === undefined ? {} : { seed }),
    ...(label_mode === undefined ? {} : { labelMode: label_mode as 'int' }),
    ...(color_mode === undefined ? {} : { colorMode: color_mode as ColorMode }),
    ...(class_names === undefined ? {} : { classNames: class_names }),
    ...(batch_size === undefined ? {} : { batchSize: batch_size }),
    ...(interpolation === undefined ? {} : { interpolation: interpolation as Interpolation }),
    ...(validation_split === undefined ? {} : { validationSplit: validation_split }),
    ...(subset === undefined ? {} : { subset: subset as 'training' }),
  };
}

const bits = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAQAAAAC1D1u3AAAADElEQVR4nGNwYFgAAAFkAOGROt8sAAAAAElFTkSuQmCC';
const palette =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAgMAAADgGo6JAAAACVBMVEX/AAAA/wAAAP8tSs2KAAAADElEQVR4nGOQYJgAAADcAKls58AjAAAAAElFTkSuQmCC';
