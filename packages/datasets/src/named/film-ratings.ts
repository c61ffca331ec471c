import { FormatError, NdArray } from '@myelin/core';
import { unzipSync } from 'fflate';
import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, fromMirror, loadFile } from '../files/load-file.js';
import { parseCsv } from '../files/parse-csv.js';

/** Who rated which film how: {@link filmRatings}. */
export interface FilmRatings {
  /** `[n]`, int32: who, counted from 0. */
  readonly user: NdArray;
  /** `[n]`, int32: a place in `titles`. */
  readonly film: NdArray;
  /** `[n]`, float32: 0.5 to 5 stars, by halves. */
  readonly rating: NdArray;
  /** With the year: `'Toy Story (1995)'`. Some films share a title. */
  readonly titles: readonly string[];
  readonly users: number;
  /** When GroupLens published the table. */
  readonly edition: '2016' | '2018';
}

/** The table of 2016, as the R package dslabs has it, with titles and years beside each rating. */
const table2016 = {
  name: 'ratings/dslabs_movielens_latest_small_2016.csv.gz',
  sha256: 'beed7527ae257be11fd48e3c6fac7f0cd025799041674e2e869ea9cff97df65e',
};

const archive2018 = {
  name: 'ratings/ml-latest-small.zip',
  sha256: '696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436',
};

/**
 * What 600 to 700 people think of 9,000 films: 100,000 ratings of MovieLens, the small table of the latest ones.
 *
 * Downloads the edition of 2018 from GroupLens on first use, 1 MB, and keeps it: 100,836 ratings, 610 people, 9,724 films with
 * ratings. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked into first, for
 * `ratings/ml-latest-small.zip`, then for `ratings/dslabs_movielens_latest_small_2016.csv.gz`, the edition of 2016, which
 * GroupLens no longer serves: 100,004 ratings, 671 people, 9,066 films. `edition` says which it was.
 *
 * The terms of GroupLens allow research and teaching, ask for the citation below, and forbid passing the data on, or earning
 * with them, without permission.
 *
 * @throws StateError when the download fails, FormatError when a file has not the content it should have.
 * @see F. M. Harper and J. A. Konstan, "The MovieLens datasets: history and context", ACM TiiS 5, 19, 2015
 */
export async function filmRatings(options: RemoteOptions = {}): Promise<FilmRatings> {
  const { baseUrl = 'https://files.grouplens.org/datasets/movielens/', ...loading } = options;
  const older = (await fromMirror(archive2018)) === undefined ? await fromMirror(table2016) : undefined;
  if (older !== undefined) return readTable(new TextDecoder().decode(older));
  const url = addressIn(baseUrl, 'ml-latest-small.zip');
  return readMovieLens(await loadFile({ ...archive2018, url }, loading));
}

/** @internal The ratings in an archive as GroupLens publishes it: `ratings.csv` and `movies.csv` in a folder. */
export function readMovieLens(zip: Uint8Array): FilmRatings {
  const files = unzipSync(zip, { filter: ({ name }) => /\/(ratings|movies)\.csv$/.test(name) });
  const read = (name: string): string[][] => {
    const [bytes] = Object.entries(files).flatMap(([path, content]) =>
      path.endsWith(`/${name}`) ? [content] : [],
    );
    if (bytes === undefined) {
      throw new FormatError({ who: archive2018.name, expected: `a file ${name}`, got: 'none' });
    }
    return parseCsv(new TextDecoder().decode(bytes), name).rows;
  };
  const titles = new Map(read('movies.csv').map(([id = '', title = '']) => [id, title]));
  return number(
    read('ratings.csv').map(([user = '', film = '', rating]) => ({ user, film, rating: Number(rating) })),
    (film) => titles.get(film) ?? film,
    '2018',
  );
}

function readTable(text: string): FilmRatings {
  const { rows } = parseCsv(text, table2016.name);
  const titles = new Map(rows.map(([id = '', title = '', year = '']) => [id, `${title} (${year})`]));
  return number(
    rows.map(([film = '', , , , user = '', rating]) => ({ user, film, rating: Number(rating) })),
    (film) => titles.get(film) ?? film,
    '2016',
  );
}

/** Counts people and films from 0, in the order in which they first appear. */
function number(
  rows: readonly { readonly user: string; readonly film: string; readonly rating: number }[],
  titleOf: (film: string) => string,
  edition: FilmRatings['edition'],
): FilmRatings {
  const place = (known: Map<string, number>, id: string): number => {
    const found = known.get(id) ?? known.size;
    known.set(id, found);
    return found;
  };
  const [users, films] = [new Map<string, number>(), new Map<string, number>()];
  return {
    user: new NdArray(Int32Array.from(rows, ({ user }) => place(users, user))),
    film: new NdArray(Int32Array.from(rows, ({ film }) => place(films, film))),
    rating: new NdArray(Float32Array.from(rows, ({ rating }) => rating)),
    titles: Array.from(films.keys(), titleOf),
    users: users.size,
    edition,
  };
}
