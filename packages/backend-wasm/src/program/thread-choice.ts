/** Runs with all threads before times count: engines optimize code while it runs. */
const warmUps = 2;
/**
 * Timed runs, by turns with one thread and with all: as soon as all were faster, or so many where they were not. The first
 * runs are short, so that waking helpers counts more than it does later.
 */
const [leastTrials, mostTrials] = [4, 12];
/** Runs for which the first choice lasts, and the last: what was in the way may be over soon, or come later. */
const [firstLasts, mostLasts] = [16, 128];

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
  #lasts = firstLasts;
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
    if (this.#chosen !== undefined) return this.#chosen;
    return this.#runs < this.#warmUps || (this.#runs - this.#warmUps) % 2 === 0 ? this.#all : 1;
  }

  /** Tells how long a step took. */
  took(threads: number, stepMs: number): void {
    this.#runs++;
    if (this.#all === 1) return;
    if (this.#chosen !== undefined) {
      if (this.#runs >= this.#lasts) this.#tryAgain();
      return;
    }
    if (this.#runs <= this.#warmUps) return;
    this.#best.set(threads, Math.min(stepMs, this.#best.get(threads) ?? Infinity));
    const trials = this.#runs - this.#warmUps;
    const isBetterAlone = (this.#best.get(1) ?? Infinity) <= (this.#best.get(this.#all) ?? Infinity);
    if (trials < (isBetterAlone ? mostTrials : leastTrials)) return;
    this.#chosen = isBetterAlone ? 1 : this.#all;
    this.#hasChosen = true;
    this.#runs = 0;
  }

  /** What else the machine did at the first trial may be over. */
  #tryAgain(): void {
    this.#chosen = undefined;
    this.#best.clear();
    [this.#runs, this.#warmUps] = [0, 0];
    this.#lasts = Math.min(mostLasts, 2 * this.#lasts);
  }
}
