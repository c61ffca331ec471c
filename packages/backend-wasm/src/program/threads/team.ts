import type { Arena } from '../memory/arena.js';
import { type Helper, startHelper } from './helper.js';

/** Places of the control block: jobs so far, the job, whether a worker failed, workers that went back to messages. */
const [jobs, job, failed, confirmed] = [0, 1, 2, 3];
const noJob = -1;
const controlWords = 4;
/** After so long, whoever waits looks whether a worker has failed. */
const longestWaitMs = 50;

/** The threads that run programs together: the calling one and its helpers. */
export class Team {
  /** The address of the control block. */
  readonly control: number;
  readonly threads: number;
  readonly #helpers: readonly Helper[];
  readonly #words: Int32Array;
  #serving = false;

  private constructor(control: number, words: Int32Array, helpers: readonly Helper[]) {
    this.control = control;
    this.#words = words;
    this.#helpers = helpers;
    this.threads = helpers.length + 1;
  }

  /** Starts the helpers and gives them the kernels. */
  static async start(
    arena: Arena,
    kernels: WebAssembly.Module,
    workspaceBytes: number,
    threads: number,
  ): Promise<Team> {
    const control = arena.allocate(4 * controlWords, 'threads');
    const words = arena.integers(control, controlWords);
    words.fill(0);
    const helpers = await Promise.all(
      Array.from({ length: threads - 1 }, async (_, i) => {
        const helper = await startHelper();
        const workspace = arena.allocate(workspaceBytes, 'a thread');
        const { memory } = arena;
        await helper.ask({ kind: 'start', memory, kernels, workspace, control, thread: i + 1, threads });
        return helper;
      }),
    );
    return new Team(control, words, helpers);
  }

  /** The address of a number that is not 0 once a helper has died, so that nobody may wait for it. */
  get failed(): number {
    return this.control + 4 * failed;
  }

  /** Whether a helper has died, or was left waiting by a run that failed: nobody may wait for helpers any more. */
  get broken(): boolean {
    return Atomics.load(this.#words, failed) !== 0;
  }

  /** Gives a program to the helpers. */
  async load(id: number, module: WebAssembly.Module): Promise<void> {
    this.#pause();
    await Promise.all(this.#helpers.map((helper) => helper.ask({ kind: 'load', id, module })));
  }

  /**
   * Takes a program back. Afterwards no helper is within it, not even at its last barrier, so that its memory can serve
   * another.
   */
  unload(id: number): void {
    this.#pause();
    for (const helper of this.#helpers) helper.tell({ kind: 'unload', id });
  }

  /** Releases helpers that wait for a run which has failed here. */
  abandon(): void {
    Atomics.store(this.#words, failed, 1);
  }

  /** Lets the helpers begin with a program; the caller then runs its own share. */
  begin(id: number): void {
    if (!this.#serving) {
      const done = Atomics.load(this.#words, jobs);
      for (const helper of this.#helpers) helper.tell({ kind: 'serve', jobs: done });
      this.#serving = true;
    }
    this.#signal(id);
  }

  /** Sends the helpers back to their messages, and waits until they are there: a new job could overtake the old. */
  #pause(): void {
    if (!this.#serving) return;
    this.#serving = false;
    Atomics.store(this.#words, confirmed, 0);
    this.#signal(noJob);
    for (;;) {
      const count = Atomics.load(this.#words, confirmed);
      if (count === this.#helpers.length || this.broken) return;
      Atomics.wait(this.#words, confirmed, count, longestWaitMs);
    }
  }

  #signal(id: number): void {
    Atomics.store(this.#words, job, id);
    Atomics.add(this.#words, jobs, 1);
    Atomics.notify(this.#words, jobs);
  }
}
