import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBatches,
  fromBase64,
  inOurNames,
  unshuffled,
  writeFolder,
} from '../folders/testing/golden-folder.js';
import { audioDatasetFromDirectory, decodeWav } from '../index.js';
import goldens from '../goldens/datasets.json' with { type: 'json' };

describe(`against Keras ${goldens.keras}`, () => {
  it.each(goldens.decodeWav)('decodeWav of $name', ({ file, sampleRate, shape, samples }) => {
    const sound = decodeWav(fromBase64(file));
    expect(sound.sampleRate).toBe(sampleRate);
    expect([sound.audio.shape, sound.audio.dtype]).toEqual([shape, 'float32']);
    expect(Array.from(sound.audio.data, Number)).toEqual(samples);
  });

  describe('audioDatasetFromDirectory', () => {
    const { files, cases } = goldens.audioDatasetFromDirectory;
    let folder: string;
    beforeAll(async () => {
      folder = await writeFolder(files);
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.each(cases)('$options', async ({ options, classNames, batches }) => {
      const dataset = unshuffled(await audioDatasetFromDirectory(folder, inOurNames(options)));
      expect(dataset.classNames).toEqual(classNames ?? []);
      await expectBatches(dataset, batches, 0);
    });

    it('refuses a length of no sample', async () => {
      await expect(audioDatasetFromDirectory(folder, { outputSequenceLength: 0 })).rejects.toThrow(
        'audioDatasetFromDirectory: expected outputSequenceLength to be a whole number from 1 up, got 0',
      );
    });

    it('refuses a batch of one length that differs in channels, as Keras does', async () => {
      const dataset = await audioDatasetFromDirectory(folder, { shuffle: false, outputSequenceLength: 2 });
      await expect(dataset[Symbol.asyncIterator]().next()).rejects.toThrow('batch of `x`');
    });

    it('names the file that is damaged', async () => {
      const dataset = await audioDatasetFromDirectory([new File(['RIFF'], 'a.wav')], { labelMode: null });
      await expect(dataset[Symbol.asyncIterator]().next()).rejects.toThrow('a.wav: expected a WAV file');
    });
  });
});

describe('decodeWav', () => {
  const whole = goldens.decodeWav.map(({ file }) => fromBase64(file));
  /** The file `16 bits, stereo` with other bytes at some place. */
  const changed = (position: number, ...bytes: number[]): Uint8Array => {
    const file = (whole[1] ?? new Uint8Array()).slice();
    file.set(bytes, position);
    return file;
  };

  /** A format of 4 bytes, and nothing else of it. */
  const short = Uint8Array.from(atob('UklGRhgAAABXQVZFZm10IAQAAAABAAEAZGF0YQAAAAA='), (c) => c.charCodeAt(0));

  it.each([
    ['nothing', new Uint8Array(), 'begins with RIFF and WAVE, got 0 bytes that start otherwise'],
    ['big-endian files', changed(0, 0x52, 0x49, 0x46, 0x58), 'begins with RIFF and WAVE'],
    ['a short description of the format', short, 'a chunk "fmt " of 16 bytes or more, got 4 bytes'],
    ['a sound without its format', changed(12, 0x78), 'a chunk "fmt " and a chunk "data" behind it'],
    ['another format', changed(20, 2), 'floats of 32, got format 2 of 16 bits'],
    ['12 bits', changed(34, 12), 'got format 1 of 12 bits'],
    ['floats of 16 bits', changed(20, 3), 'got format 3 of 16 bits'],
    ['no channels', changed(22, 0), 'one channel or more, and 2 bytes for each, got 0 channels in 4 bytes'],
    ['samples of another length', changed(32, 6), 'got 2 channels in 6 bytes'],
    ['half a sample', changed(40, 6), 'samples of 4 bytes, got 6 bytes of them'],
    ['more than there is', changed(40, 9), '9 bytes in the chunk "data", got 8 bytes'],
    ['sizes beyond all memory', changed(40, 255, 255, 255, 255), '4294967295 bytes in the chunk "data"'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decodeWav(bytes, { name: 'a.wav' })).toThrow(message);
    expect(() => decodeWav(bytes, { name: 'a.wav' })).toThrow(/^a\.wav: /);
  });

  it('reads what lies within other bytes, and passes over what follows the sound', () => {
    const file = whole[0] ?? new Uint8Array();
    const within = Uint8Array.of(9, 9, 9, ...file, 1, 2, 3).subarray(3);
    expect(decodeWav(within)).toEqual(decodeWav(file));
  });

  it('reads or refuses files that were cut or damaged, and never crashes', () => {
    const files = fc.constantFrom(...whole);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const damage = fc.array(fc.tuple(fc.nat(79), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(files, share, damage, (file, kept, places) => {
        const cut = file.slice(0, Math.floor(file.length * kept));
        for (const [place, byte] of places) if (place < cut.length) cut[place] = byte;
        try {
          expect(decodeWav(cut).audio.size).toBeLessThanOrEqual(cut.length);
        } catch (error) {
          expect(error).toMatchObject({ name: 'FormatError' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
