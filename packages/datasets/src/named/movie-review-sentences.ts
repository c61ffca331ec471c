import { NdArray } from '@myelin/core';
import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, loadFile } from '../files/load-file.js';
import type { Examples } from './examples.js';

const hashes = {
  neg: '2d11cfbc790f1cd96d78339f41ce53ced1efa83cd22d37d6788fa3fe3d17e2fd',
  pos: '4134882974a28d0c7b5151256f0e33a6169984ee7372c279e673f1114f475d58',
} as const;

/**
 * Sentences from film reviews, and whether they praise: 5,331 that blame and then 5,331 that praise, in small letters, words
 * and marks set apart by spaces.
 *
 * Downloads 1.2 MB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `text/rt-polarity.neg` and `text/rt-polarity.pos`.
 *
 * `x [10662]`, texts; `y [10662]`, uint8: 1 for praise, 0 for blame. The order is not random: shuffle before splitting.
 *
 * @throws StateError when a download fails, FormatError when a file has not the content it should have.
 * @see Pang and Lee, "Seeing stars: Exploiting class relationships for sentiment categorization with respect to rating
 *   scales", 2005, sentence polarity dataset v1.0
 */
export async function movieReviewSentences(options: RemoteOptions = {}): Promise<Examples> {
  const {
    baseUrl = 'https://raw.githubusercontent.com/dennybritz/cnn-text-classification-tf/18762b459e21d9c70e5c242f8d43fc4e6db37a0d/data/rt-polaritydata/',
    ...loading
  } = options;
  const read = async (kind: keyof typeof hashes): Promise<string[]> => {
    const file = `rt-polarity.${kind}`;
    const bytes = await loadFile(
      { name: `text/${file}`, url: addressIn(baseUrl, file), sha256: hashes[kind] },
      loading,
    );
    return new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => line.trim());
  };
  const [blame, praise] = [await read('neg'), await read('pos')];
  const labels = new Uint8Array(blame.length + praise.length).fill(1, blame.length);
  return { x: new NdArray([...blame, ...praise]), y: new NdArray(labels) };
}
