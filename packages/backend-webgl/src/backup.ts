import type { NdArray, Variable } from '@myelin/core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** Copies, on the host, of the variables that live on the graphics card, all of one moment. */
export interface Backup {
  /** Takes care of these variables, too. */
  add(variables: Iterable<Variable>): void;
  /** Keeps the values that were assigned since the last copy, which a step is about to take to the card. */
  keepAssigned(): void;
  /** Copies all variables, if some were never copied or the last copy is old. */
  copyIfDue(): void;
  /** Resolves when the copy that is under way, if there is one, is done. */
  settled(): Promise<void>;
  /** Gives the variables that the card held the values of the last copy. */
  restore(): void;
}

export function makeBackup(backend: MathBackendWebGL, intervalMs: number): Backup {
  const known = new WeakSet<Variable>();
  let variables: WeakRef<Variable>[] = [];
  let copies = new WeakMap<Variable, NdArray>();
  let isNew = false;
  let madeAt = -Infinity;
  let underWay: Promise<void> | undefined;

  /** The variables whose value lies in a place: the backend, or undefined for the host. */
  const lyingIn = (place: MathBackendWebGL | undefined): Variable[] => {
    variables = variables.filter((reference) => reference.deref() !== undefined);
    return variables
      .map((reference) => reference.deref())
      .filter((variable) => variable !== undefined && variable.backend === place) as Variable[];
  };

  const copy = async (): Promise<void> => {
    try {
      const held = lyingIn(backend);
      // All reads are queued now, so that no later step is among them.
      const values = await Promise.all(held.map((variable) => variable.read()));
      copies = new WeakMap(held.map((variable, i) => [variable, values[i] as NdArray]));
    } catch {
      // The context was lost meanwhile: the copy before this one stays, and the run itself says what happened.
    } finally {
      underWay = undefined;
    }
  };

  return {
    add(added) {
      for (const variable of added) {
        if (known.has(variable)) continue;
        known.add(variable);
        variables.push(new WeakRef(variable));
        isNew = true;
      }
    },
    keepAssigned() {
      for (const variable of lyingIn(undefined)) {
        void variable.read().then((value) => copies.set(variable, value));
      }
    },
    copyIfDue() {
      const due = isNew || performance.now() - madeAt >= intervalMs;
      if (!due || underWay !== undefined) return;
      isNew = false;
      madeAt = performance.now();
      underWay = copy();
    },
    settled: async () => underWay,
    restore() {
      for (const variable of lyingIn(backend)) {
        const value = copies.get(variable);
        if (value !== undefined) variable.assign(value);
      }
    },
  };
}
