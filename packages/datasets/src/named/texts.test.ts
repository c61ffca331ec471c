import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateError } from '@myelin/core';
import { describe, expect, it, vi } from 'vitest';
import { type Examples, imdbReviews, lettersOf, movieReviewSentences, tinyShakespeare } from '../index.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

const praising = ({ y }: Examples): number => Array.from(y.data, Number).reduce((sum, one) => sum + one, 0);

describe('imdbReviews', () => {
  it('says where its files come from where they are not there', async () => {
    const cacheDir = await mkdtemp(join(tmpdir(), 'myelin-datasets-'));
    vi.stubEnv('MYELIN_DATA_MIRROR', '');
    try {
      await expect(imdbReviews({ cacheDir })).rejects.toThrow(StateError);
      await expect(imdbReviews({ cacheDir })).rejects.toThrow(
        'https://ai.stanford.edu/~amaas/data/sentiment/',
      );
    } finally {
      vi.unstubAllEnvs();
      await rm(cacheDir, { recursive: true });
    }
  });
});

describe.runIf(mirror)(
  'texts (run where MYELIN_DATA_MIRROR is set: they are not this package’s to carry)',
  () => {
    it('are Shakespeare’s', async () => {
      const text = await tinyShakespeare();
      expect(text).toHaveLength(1_115_394);
      expect(text.slice(0, 15)).toBe('First Citizen:\n');
      expect(lettersOf(text).join('')).toBe(
        "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      );
    });

    it('are reviews, half of them praise', async () => {
      const { train, test } = await imdbReviews();
      expect([train.x.shape, train.y.shape, test.x.shape, test.y.shape]).toEqual([
        [24_996],
        [24_996],
        [5000],
        [5000],
      ]);
      expect([train.x.dtype, train.y.dtype]).toEqual(['string', 'uint8']);
      expect([praising(train), praising(test)]).toEqual([12_498, 2518]);
      const texts = train.x.data as string[];
      expect(texts[1]).toMatch(/^A simple comment\.\.\. What can I say\.\.\. this is a wonderful film/);
      expect(texts.filter((text) => text.includes('<br />'))).toEqual([]);
      const learned = new Set(texts);
      expect((test.x.data as string[]).filter((text) => learned.has(text))).toHaveLength(22);
    });

    it('are sentences, blame first', async () => {
      const sentences = await movieReviewSentences();
      expect([sentences.x.shape, sentences.y.shape]).toEqual([[10_662], [10_662]]);
      expect(praising(sentences)).toBe(5331);
      expect(sentences.y.rows(5330, 5332).toArray()).toEqual([0, 1]);
      expect(sentences.x.at(0)).toBe('simplistic , silly and tedious .');
    });
  },
);
