import { existsSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filmRatings, readMovieLens } from './film-ratings.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

describe('filmRatings', () => {
  it('reads the archive of GroupLens', () => {
    const zip = zipSync({
      'ml-latest-small/ratings.csv': strToU8(
        'userId,movieId,rating,timestamp\n7,3,4.0,9\n7,1,0.5,9\n9,3,5.0,9\n',
      ),
      'ml-latest-small/movies.csv': strToU8(
        'movieId,title,genres\n1,"Apple, The (1980)",Comedy\n3,Brazil (1985),Sci-Fi\n',
      ),
      'ml-latest-small/README.txt': strToU8('read me'),
    });
    const { user, film, rating, titles, users, edition } = readMovieLens(zip);
    expect([user.toArray(), film.toArray(), rating.toArray()]).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [4, 0.5, 5],
    ]);
    expect([titles, users, edition]).toEqual([['Brazil (1985)', 'Apple, The (1980)'], 2, '2018']);
    expect(() =>
      readMovieLens(zipSync({ 'a/movies.csv': strToU8('movieId,title,genres\n1,A,B\n') })),
    ).toThrow('expected a file ratings.csv, got none');
  });

  it.runIf(mirror !== undefined && existsSync(`${mirror}/ratings/dslabs_movielens_latest_small_2016.csv.gz`))(
    'has the ratings of 2016 (runs where the mirror has them: their terms forbid passing them on)',
    async () => {
      const { user, film, rating, titles, users, edition } = await filmRatings();
      expect([user.shape, film.shape, rating.shape]).toEqual([[100_004], [100_004], [100_004]]);
      expect([users, titles.length, edition]).toEqual([671, 9066, '2016']);
      expect([user.at(0), rating.at(0), titles[Number(film.at(0))]]).toEqual([
        0,
        2.5,
        'Dangerous Minds (1995)',
      ]);
      const mean = Array.from(rating.data, Number).reduce((sum, value) => sum + value, 0) / rating.size;
      expect(mean).toBeCloseTo(3.5436, 4);
    },
  );
});
