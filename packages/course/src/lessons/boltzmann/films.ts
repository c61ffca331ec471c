import { NdArray, permutation, setSeed } from '@myelin/core';
import { type FilmRatings, columnStatistics, filmRatings } from '@myelin/datasets';
import { reconstruct, restrictedBoltzmannMachine } from '@myelin/zoo';
import type { Figure, LessonIo } from '../../lesson.js';
import { mean } from '../../measures/mean.js';

const seeds = [1, 2, 3];

/** Stars from which on somebody likes a film. */
const liked = 4;

/** Films that fewer people have rated are left out. */
const leastRatings = 20;

/** How many films are recommended to each. */
const shown = 20;

/** What the machine must find, of what the most popular films find. */
const times = 1.25;

/** A fifth of the ratings is hidden: how many of the films that people like there are among those that they are shown. */
export async function filmFigures(io: LessonIo): Promise<Figure[]> {
  const ratings = await filmRatings({ ...(io.signal === undefined ? {} : { signal: io.signal }) });
  const runs: Record<'popular' | 'machine', number>[] = [];
  for (const seed of seeds) runs.push(await recommend(ratings, seed));
  const value = mean(runs.map(({ machine }) => machine));
  const popular = mean(runs.map((run) => run.popular));
  io.write(`\nFilms: ${popular.toFixed(3)} found by popularity, ${value.toFixed(3)} by a machine\n`);
  return [
    {
      id: 'boltzmann-films',
      title: `MovieLens small of ${ratings.edition}, ${shown} films shown: hidden liked ones among them`,
      value,
      unit: '%',
      asked: { atLeast: times * popular, than: `${times} times the most popular films` },
      seeds,
    },
  ];
}

async function recommend(ratings: FilmRatings, seed: number): Promise<Record<'popular' | 'machine', number>> {
  const { seen, likes, hidden, films } = divide(ratings, seed);
  const x = new NdArray(Float32Array.from(likes), [ratings.users, films]);
  const popularity = columnStatistics(x).mean;
  setSeed(seed);
  const machine = restrictedBoltzmannMachine({
    visible: films,
    hidden: 100,
    learningRate: 0.02,
    momentum: 0.9,
    weightDecay: 0.01,
    means: popularity,
  });
  await machine.fit(x, undefined, { epochs: 40, batchSize: 32, verbose: 0 });
  const chances = await reconstruct(machine, x);
  const found = (scoresOf: (user: number) => ArrayLike<number>): number =>
    mean(
      Array.from(hidden, ([user, wanted]) => {
        const scores = scoresOf(user);
        const unseen = Array.from({ length: films }, (_, film) => film).filter(
          (film) => seen[user * films + film] === 0,
        );
        const best = unseen.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, shown);
        return best.filter((film) => wanted.has(film)).length / Math.min(wanted.size, shown);
      }),
    );
  return {
    popular: found(() => popularity),
    machine: found((user) => chances.rows(user, user + 1).data as Float32Array),
  };
}

/** Who has seen and liked what, `[users, films]`, without a fifth of the ratings; and what is liked there. */
function divide({ user, film, rating, users, titles }: FilmRatings, seed: number): Divided {
  const order = permutation({ seed, offset: 0 }, rating.size);
  const [held, learned] = [order.subarray(0, rating.size / 5), order.subarray(rating.size / 5)];
  const counts = new Uint32Array(titles.length);
  for (const i of learned) {
    const place = Number(film.at(i));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const columns = new Map<number, number>();
  counts.forEach((count, i) => {
    if (count >= leastRatings) columns.set(i, columns.size);
  });
  const films = columns.size;
  const [seen, likes] = [new Uint8Array(users * films), new Uint8Array(users * films)];
  const hidden = new Map<number, Set<number>>();
  const each = (rows: Uint32Array, take: (who: number, column: number, likes: boolean) => void): void => {
    for (const i of rows) {
      const column = columns.get(Number(film.at(i)));
      if (column !== undefined) take(Number(user.at(i)), column, Number(rating.at(i)) >= liked);
    }
  };
  each(learned, (who, column, likesIt) => {
    seen[who * films + column] = 1;
    likes[who * films + column] = Number(likesIt);
  });
  each(held, (who, column, likesIt) => {
    if (likesIt) hidden.set(who, (hidden.get(who) ?? new Set<number>()).add(column));
  });
  return { seen, likes, hidden, films };
}

interface Divided {
  readonly seen: Uint8Array;
  readonly likes: Uint8Array;
  readonly hidden: ReadonlyMap<number, ReadonlySet<number>>;
  readonly films: number;
}
