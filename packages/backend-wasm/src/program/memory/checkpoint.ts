import type { ArenaResidence } from './arena-residence.js';

/** A checkpoint is kept for so many times what it took to make: copying takes a fiftieth of the time. */
const keptFor = 50;
/** It is kept so long at least: short runs would otherwise spend their time on copies of little. */
const shortestMs = 10;

/**
 * The values of variables at one moment, to go back to if a run fails: runs change them in place.
 *
 * For most models it is that before the run, or some milliseconds earlier; those that take long to copy go back to what
 * they were a second or two ago. A variable is copied when a run is first about to change it.
 */
export class Checkpoint {
  /** Counts checkpoints, so that each variable knows whether it has been copied for this one. */
  #number = 0;
  #since = -Infinity;
  #copyMs = 0;

  /**
   * Makes sure that there are copies of what a run is about to change.
   *
   * @param stale - whether values were set since the last run, which no copy has.
   */
  extend(residences: readonly ArenaResidence[], stale: boolean): void {
    const start = performance.now();
    if (stale || start - this.#since >= Math.max(shortestMs, keptFor * this.#copyMs)) {
      this.#number++;
      this.#since = start;
      this.#copyMs = 0;
    }
    for (const residence of residences) residence.save(this.#number);
    this.#copyMs += performance.now() - start;
  }

  /** Gives variables the values that were copied; returns how old these are, in milliseconds. */
  restore(residences: readonly ArenaResidence[]): number {
    for (const residence of residences) residence.restore();
    return performance.now() - this.#since;
  }
}
