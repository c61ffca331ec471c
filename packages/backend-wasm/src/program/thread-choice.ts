/** Runs before times count: engines optimize code while it runs. */
const warmUps = 8;
/** Timed runs, by turns with one thread and with all. */
const trials = 12;

/**
 * Finds out whether a program is faster on one thread or on all of them.
 *
 * It may, because the results are the same bit for bit.
 */
export class ThreadChoice {
  readonly #all: number;
  readonly #best = new Map<number, number>();
  #runs = 0;
  #chosen: number | undefined;

  /** @param all - the number of threads; 1 if there is nothing to choose. */
  constructor(all: number) {
    this.#all = all;
    if (all === 1) this.#chosen = 1;
  }

  /** How many threads it uses, or may use as long as it tries. */
  get threads(): number {
    return this.#chosen ?? this.#all;
  }

  /** Why it uses so many; undefined where there is nothing to choose. */
  get reason(): string | undefined {
    if (this.#all === 1) return undefined;
    return this.#chosen === undefined
      ? 'not tried yet which number is faster'
      : 'the fastest number of those tried';
  }

  /** With how many threads to run next. */
  next(): number {
    return this.#chosen ?? (this.#runs % 2 === 0 ? this.#all : 1);
  }

  /** Tells how long a step took. */
  took(threads: number, stepMs: number): void {
    if (this.#chosen !== undefined) return;
    this.#runs++;
    if (this.#runs <= warmUps) return;
    this.#best.set(threads, Math.min(stepMs, this.#best.get(threads) ?? Infinity));
    if (this.#runs < warmUps + trials) return;
    const alone = this.#best.get(1) ?? Infinity;
    this.#chosen = alone <= (this.#best.get(this.#all) ?? Infinity) ? 1 : this.#all;
  }
}
