import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBatches,
  fromBase64,
  givenFiles,
  inOurNames,
  largestDifference,
  writeFolder,
} from '../folders/testing/golden-folder.js';
import {
  type ColorMode,
  type ImageDatasetOptions,
  decodeImage,
  imageDatasetFromDirectory,
} from '../index.js';
import goldens from '../goldens/datasets.json' with { type: 'json' };

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
      folder = await writeFolder({ ...files, 'c/notes.txt': '' });
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.each(cases)('$options', async ({ options, classNames, filePaths, batches }) => {
      const dataset = await imageDatasetFromDirectory(folder, inOurNames(options));
      expect(dataset.classNames).toEqual(classNames ?? []);
      expect(dataset.filePaths).toEqual(filePaths);
      if (batches !== null) await expectBatches(dataset, batches, 1e-4);
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
      const dataset = await imageDatasetFromDirectory(givenFiles(files), {
        shuffle: false,
        imageSize: [3, 4],
      });
      expect(dataset.filePaths).toEqual(cases[0]?.filePaths);
    });

    it.each<[string, ImageDatasetOptions, string]>([
      ['a class that is not there', { classNames: ['c', 'd'] }, 'folders a-kind, b-kind, c, got d'],
      ['three classes as binary', { labelMode: 'binary' }, "two classes for labelMode 'binary', got 3"],
      ['half a division', { subset: 'training' }, 'validationSplit and subset together'],
      ['a share of 1', { subset: 'training', validationSplit: 1 }, 'between 0 and 1, got 1'],
      ['a division by chance', { subset: 'both', validationSplit: 0.5 }, 'a seed'],
      ['images cropped and padded', { cropToAspectRatio: true, padToAspectRatio: true }, 'Ratio, got both'],
      ['an empty part', { seed: 1, subset: 'validation', validationSplit: 0.01 }, 'none for validation'],
    ])('refuses %s', async (_, options, message) => {
      const refused = imageDatasetFromDirectory(folder, options);
      await expect(refused).rejects.toThrow(message);
      await expect(refused).rejects.toMatchObject({
        name: 'ArgumentError',
        who: 'imageDatasetFromDirectory',
      });
    });

    it('refuses a folder that is not there', async () => {
      await expect(imageDatasetFromDirectory(path.join(folder, 'none'))).rejects.toThrow('ENOENT');
    });
  });
});

describe('the size of images', () => {
  const { files, cases } = goldens.resizedImages;

  it.each(cases)('of $name with $options', async ({ name, options, pixels }) => {
    const file = new File([fromBase64(files[name as keyof typeof files])], name);
    const fixed = { labelMode: null, colorMode: 'grayscale', batchSize: null } as const;
    const dataset = await imageDatasetFromDirectory([file], { ...fixed, ...inOurNames(options) });
    for await (const { x } of dataset) {
      expect([x.shape, x.dtype]).toEqual([[...options.image_size, 1], 'float32']);
      expect(largestDifference(x, pixels)).toBeLessThan(1e-3);
    }
    expect(dataset.cardinality).toBe(1);
  });

  it('leaves a line of images that are too flat for a pixel', async () => {
    const file = new File([fromBase64(files['flat.png'])], 'flat.png');
    const options = { labelMode: null, batchSize: null, imageSize: [4, 2], padToAspectRatio: true } as const;
    for await (const { x } of await imageDatasetFromDirectory([file], options)) {
      const bars = [0, 2, 3].flatMap((row) => Array.from(x.rows(row, row + 1).data, Number));
      expect(bars.every((value) => value === 0)).toBe(true);
      expect(Math.max(...Array.from(x.data, Number))).toBeGreaterThan(0);
    }
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

const bits = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAQAAAAC1D1u3AAAADElEQVR4nGNwYFgAAAFkAOGROt8sAAAAAElFTkSuQmCC';
const palette =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAgMAAADgGo6JAAAACVBMVEX/AAAA/wAAAP8tSs2KAAAADElEQVR4nGOQYJgAAADcAKls58AjAAAAAElFTkSuQmCC';
