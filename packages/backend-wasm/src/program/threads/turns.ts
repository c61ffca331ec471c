/** Lets one after the other have the memory of programs, where runs go on while their caller does other things. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does some work once all that was asked for before is done. */
  next<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
