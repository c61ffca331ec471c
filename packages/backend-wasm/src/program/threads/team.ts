import type { Arena } from '../memory/arena.js';
import { type Helper, startHelper } from './helper.js';

/**
 * Places of the control block: jobs so far, the job, whether a helper failed, helpers that went back to messages,
 * messages that were answered; then, for each thread, the number of the last job that it has left.
 */
const [jobs, job, failed, confirmed, answered, left] = [0, 1, 2, 3, 4, 5];
const noJob = -1;
/** After so long, whoever waits looks whether a helper has failed. */
const longestWaitMs = 50;
/** So many times it waits before it takes helpers for dead: 30 seconds. */
const mostWaits = 600;

interface TeamOptions {
  readonly kernels: WebAssembly.Module;
  /** Of the workspace that the kernels need in every thread. */
  readonly workspaceBytes: number;
  /** Whether the kernels compute two vectors at once. */
  readonly wide: boolean;
  /** With the calling one, where it takes part. */
  readonly threads: number;
  /** The first thread that is a helper: 0 where the calling one takes no part. */
  readonly first: 0 | 1;
}

/** What helpers are given when they start. */
interface Equipment extends Pick<TeamOptions, 'kernels' | 'wide' | 'first'> {
  readonly memory: WebAssembly.Memory;
  /** The addresses of the workspaces of the kernels, a helper each. */
  readonly workspaces: readonly number[];
}

/** The threads that run programs together: the calling one and its helpers, or helpers alone. */
export class Team {
  /** The address of the control block. */
  readonly control: number;
  readonly #equipment: Equipment;
  readonly #words: Int32Array;
  readonly #programs = new Map<number, WebAssembly.Module>();
  #helpers: readonly Helper[] = [];
  /** When the first helper is here. */
  #arrival: Promise<unknown> = Promise.resolve();
  /** Until all are. */
  #starting: Promise<void> | undefined;
  /** How many messages are to be answered until the helpers can run every program. */
  #asked = 0;
  #restarting: Promise<void> | undefined;
  #serving = false;

  private constructor(control: number, words: Int32Array, equipment: Equipment) {
    this.control = control;
    this.#words = words;
    this.#equipment = equipment;
  }

  /** Makes the team, but does not start the helpers. */
  static create(arena: Arena, { workspaceBytes, threads, ...equipment }: TeamOptions): Team {
    const length = left + threads;
    const control = arena.allocate(4 * length, 'threads');
    const words = arena.integers(control, length).fill(0);
    const workspaces = Array.from({ length: threads - equipment.first }, () =>
      arena.allocate(workspaceBytes, 'threads'),
    );
    return new Team(control, words, { ...equipment, memory: arena.memory, workspaces });
  }

  get threads(): number {
    const { workspaces, first } = this.#equipment;
    return workspaces.length + first;
  }

  /** The address of a number that is not 0 once a helper has died, so that nobody may wait for it. */
  get failed(): number {
    return this.control + 4 * failed;
  }

  /** Whether a helper has died, or was left waiting by a run that failed: nobody may wait for helpers any more. */
  get broken(): boolean {
    return Atomics.load(this.#words, failed) !== 0;
  }

  /** Whether all helpers are here, with every program. */
  get ready(): boolean {
    return this.#helpers.length > 0 && !this.broken && Atomics.load(this.#words, answered) === this.#asked;
  }

  /** Begins to start the helpers, at the first call. */
  start(): void {
    if (this.#helpers.length === 0) this.#hire();
  }

  /** Resolves when the helpers that are being started are here, or are known not to come. */
  async settled(): Promise<void> {
    if (this.#starting !== undefined) await this.#awaitAnswers(this.#starting);
  }

  /** Begins to start the helpers; resolves when the first is here. @throws StateError when it does not come. */
  async gather(): Promise<void> {
    this.start();
    try {
      await this.#awaitAnswers(this.#arrival);
    } catch (error) {
      await this.#dismiss();
      throw error;
    }
  }

  /** Starts other helpers if the team is broken, and gives them all programs; it stays broken if that fails. */
  restart(): Promise<void> {
    if (!this.broken) return Promise.resolve();
    this.#restarting ??= this.#replace().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  /** Gives a program to the helpers; does not wait for those that are not here yet. */
  async load(id: number, module: WebAssembly.Module): Promise<void> {
    this.#programs.set(id, module);
    this.#pause();
    if (this.broken) return;
    const loaded = this.#askAll({ kind: 'load', id, module });
    if (this.#starting === undefined) await this.#awaitAnswers(loaded);
  }

  /**
   * Takes a program back. Afterwards no helper is within it, not even at its last barrier, so that its memory can serve
   * another.
   */
  unload(id: number): void {
    this.#programs.delete(id);
    this.#pause();
    for (const helper of this.#helpers) helper.tell({ kind: 'unload', id });
  }

  /** After a run that failed here: releases the helpers that wait in it, and returns when they have left it. */
  abandon(): void {
    this.#break();
    const last = Atomics.load(this.#words, jobs);
    for (let thread = 1; thread < this.threads; thread++) {
      const helper = this.#helpers[thread - 1];
      this.#waitUntil(left + thread, (number) => number === last || helper?.isDead !== false);
    }
  }

  /** Breaks up if a helper has died; for a caller that waits, whom no event can tell. */
  findDead(): void {
    if (this.#helpers.some(({ isDead }) => isDead)) this.#break();
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

  /**
   * Has helpers alone run a program, while the caller does other things; resolves to the milliseconds that it took.
   *
   * Rejects when a helper fails, once the others have left the program, too.
   */
  async run(id: number, threads: number): Promise<number> {
    const runs = this.#helpers.slice(0, threads).map((helper) => helper.ask({ kind: 'run', id, threads }));
    try {
      const [ms] = await this.#awaitAnswers(Promise.all(runs));
      return ms ?? 0;
    } catch (error) {
      await settled(runs, mostWaits * longestWaitMs);
      throw error;
    }
  }

  /** Begins to start helpers, and gives them the kernels and all programs. */
  #hire(): void {
    const { memory, kernels, workspaces, wide, first } = this.#equipment;
    const { control, threads } = this;
    const onFailure = (): void => {
      this.#break();
    };
    this.#asked = 0;
    Atomics.store(this.#words, answered, 0);
    this.#helpers = workspaces.map(() => startHelper(onFailure));
    const arrivals = this.#helpers.map((helper, i) =>
      helper.ask({
        kind: 'start',
        memory,
        kernels,
        workspace: workspaces[i],
        wide,
        control,
        thread: first + i,
        threads,
      }),
    );
    this.#arrival = arrivals[0] ?? this.#arrival;
    const loads = [...this.#programs].map(([id, module]) => this.#askAll({ kind: 'load', id, module }));
    const starting = Promise.all([this.#count(arrivals), ...loads]).then(() => {
      if (this.#starting === starting) this.#starting = undefined;
    });
    this.#starting = starting;
  }

  async #replace(): Promise<void> {
    this.#serving = false;
    this.#signal(noJob);
    await this.#dismiss();
    this.#hire();
    await this.settled();
    if (this.#helpers.every(({ failure }) => failure === undefined)) Atomics.store(this.#words, failed, 0);
  }

  async #dismiss(): Promise<void> {
    await Promise.all(this.#helpers.map((helper) => helper.end()));
  }

  /** Resolves when each helper has done it; or one has failed, so that the team is broken. */
  #askAll(message: object): Promise<void> {
    return this.#count(this.#helpers.map((helper) => helper.ask(message)));
  }

  /** Counts what has to be answered before the helpers can run every program, and waits for it. */
  async #count(answers: readonly Promise<unknown>[]): Promise<void> {
    this.#asked += answers.length;
    try {
      await Promise.all(answers);
    } catch {
      // Programs run without helpers then.
    }
  }

  /** Waits for what the helpers do; the program lives at least so long. */
  async #awaitAnswers<T>(done: Promise<T>): Promise<T> {
    for (const helper of this.#helpers) helper.keepAlive(true);
    try {
      return await done;
    } finally {
      for (const helper of this.#helpers) helper.keepAlive(false);
    }
  }

  /** Sends the helpers back to their messages, and waits until they are there: a new job could overtake the old. */
  #pause(): void {
    if (!this.#serving) return;
    this.#serving = false;
    Atomics.store(this.#words, confirmed, 0);
    this.#signal(noJob);
    const isDone = (count: number): boolean => count === this.#helpers.length || this.broken;
    if (!this.#waitUntil(confirmed, isDone)) this.#break();
  }

  /** Whether a word comes to be what is awaited, in time. */
  #waitUntil(word: number, isDone: (value: number) => boolean): boolean {
    for (let waits = 0; waits < mostWaits; waits++) {
      const value = Atomics.load(this.#words, word);
      if (isDone(value)) return true;
      if (Atomics.wait(this.#words, word, value, longestWaitMs) === 'timed-out') this.findDead();
    }
    return false;
  }

  #break(): void {
    Atomics.store(this.#words, failed, 1);
  }

  #signal(id: number): void {
    Atomics.store(this.#words, job, id);
    Atomics.add(this.#words, jobs, 1);
    Atomics.notify(this.#words, jobs);
  }
}

/** Resolves when all has come to an end, good or bad, or after so long. */
function settled(work: readonly Promise<unknown>[], longestMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestMs);
    void Promise.allSettled(work).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
