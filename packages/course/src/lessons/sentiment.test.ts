import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { imdbReviews } from '@myelin/datasets';
import { pretrained } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import { accuracy } from '../measures/accuracy.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

beforeAll(() => useBackend(wasm()));

describe('the small network that has read film reviews', () => {
  it('takes texts, and tells plain praise from plain blame', async () => {
    const { model } = await pretrained('sentiment-lstm');
    const reviews = [
      'A wonderful, touching film, and the best I have seen for years.',
      'An awful, boring film. What a waste of time!',
    ];
    const [praise = NaN, blame = NaN] = Array.from(
      (await model.predict(reviews, { verbose: 0 })).data,
      Number,
    );
    expect(praise).toBeGreaterThan(0.8);
    expect(blame).toBeLessThan(0.2);
  });

  it.runIf(mirror)(
    'is right about as many held-out reviews as its card says (runs where MYELIN_DATA_MIRROR is set)',
    async () => {
      const { model, figure } = await pretrained('sentiment-lstm');
      const { test } = await imdbReviews();
      const count = 1000;
      const said = await model.predict(test.x.rows(0, count), { verbose: 0 });
      const share = accuracy(test.y.rows(0, count), said);
      // Of 1,000 reviews, read from their first word on; the card counts 5,000, of which the last 200 words were read.
      expect(share).toBeGreaterThan(figure.value - 0.03);
    },
  );
});
