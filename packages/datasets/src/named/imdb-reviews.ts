import { FormatError, NdArray } from '@myelin/core';
import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, loadFile } from '../files/load-file.js';
import type { Examples, TrainTest } from './examples.js';

const files = {
  train: {
    name: 'text/imdb_train.tsv.gz',
    sha256: '3047f76758a41faaee1dd0efbe02adabd080f88832de307b33fc71125172fc03',
  },
  test: {
    name: 'text/imdb_test_5000.tsv.gz',
    sha256: '9b9ccd785ba23f28682a073b9c43b149d829b23db835dd2142e2165d81de3d47',
  },
} as const;

const hint =
  'The reviews are those of https://ai.stanford.edu/~amaas/data/sentiment/, packed as lines of a label, a tab and a review; ' +
  'a server that has both files is named by `baseUrl`.';

/**
 * Film reviews from IMDB, and whether they praise: 24,996 to learn from and 5,000 to test on, half of each kind, none of them
 * lukewarm.
 *
 * The reviews may be used for research but not passed on, and their authors offer them as 100,000 small files. So they are
 * read from two files, `text/imdb_train.tsv.gz` and `text/imdb_test_5000.tsv.gz`, in the folder that the environment variable
 * `MYELIN_DATA_MIRROR` names, or on a server of your own. `movieReviewSentences` is smaller and downloads by itself.
 *
 * 22 of those to test on stand among those to learn from, too: people send a review twice.
 *
 * `x [n]`, texts, where line breaks have become spaces; `y [n]`, uint8: 1 for praise, 0 for blame; in random order.
 *
 * @throws StateError when the files are not there, FormatError when one has not the content it should have.
 * @see Maas et al., "Learning word vectors for sentiment analysis", 2011; Keras `keras.datasets.imdb.load_data`, which has
 *   the numbers of words in the place of texts.
 */
export async function imdbReviews(options: RemoteOptions = {}): Promise<TrainTest> {
  const { baseUrl, ...loading } = options;
  const read = async ({ name, sha256 }: { name: string; sha256: string }): Promise<Examples> => {
    const url = baseUrl === undefined ? null : addressIn(baseUrl, name.replace('text/', ''));
    return readLabelled(await loadFile({ name, url, sha256, hint }, loading), name);
  };
  return { train: await read(files.train), test: await read(files.test) };
}

/** Lines of a label and a text. */
function readLabelled(bytes: Uint8Array, where: string): Examples {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
  const labels = new Uint8Array(lines.length);
  const texts = lines.map((line, i) => {
    const [, label, text] = /^([01])\t(.*)$/s.exec(line) ?? [];
    if (label === undefined || text === undefined) {
      throw new FormatError({
        who: where,
        expected: '0 or 1, a tab and a text on every line',
        got: `${JSON.stringify(line.slice(0, 40))} on line ${i + 1}`,
      });
    }
    labels[i] = Number(label);
    return text.replaceAll(/(?:<br \/>)+/g, ' ');
  });
  return { x: new NdArray(texts), y: new NdArray(labels) };
}
