/** Runs before times count: engines optimize code while it runs. */
const warmUps = 8;
/** Timed runs, by turns with one thread and with all. */
const trials = 12;
/** Runs for which a choice lasts; a training that calls programs every 30 ms finds out again after four seconds. */
const lastsFor = 128;
/** Timed runs of a later trial. */
const trialsAgain = 4;

/**
 * Finds out whether a program is faster on one thread or on all of them.
 *
 * It may, because the results are the same bit for bit.
 */
export class ThreadChoice {
  readonly #all: number;
  readonly #best = new Map<number, number>();
  #runs = 0;
  #warmUps = warmUps;
  #trials = trials;
  #chosen: number | undefined;
  #hasChosen = false;

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
    return this.#hasChosen ? 'the fastest number of those tried' : 'not tried yet which number is faster';
  }

  /** With how many threads to run next. */
  next(): number {
    return this.#chosen ?? (this.#runs % 2 === 0 ? this.#all : 1);
  }

  /** Tells how long a step took. */
  took(threads: number, stepMs: number): void {
    this.#runs++;
    if (this.#all === 1) return;
    if (this.#chosen !== undefined) {
      if (this.#runs >= lastsFor) this.#tryAgain();
      return;
    }
    if (this.#runs <= this.#warmUps) return;
    this.#best.set(threads, Math.min(stepMs, this.#best.get(threads) ?? Infinity));
    if (this.#runs < this.#warmUps + this.#trials) return;
    const alone = this.#best.get(1) ?? Infinity;
    this.#chosen = alone <= (this.#best.get(this.#all) ?? Infinity) ? 1 : this.#all;
    this.#hasChosen = true;
    this.#runs = 0;
  }

  /** What else the machine did at the first trial may be over. */
  #tryAgain(): void {
    this.#chosen = undefined;
    this.#best.clear();
    [this.#runs, this.#warmUps, this.#trials] = [0, 0, trialsAgain];
  }
}
