import { ambient } from './ambient.js';

/** `MaxPooling2D` to `max_pooling2d`: Keras' rule for names of layers, groups in files and weights. */
export function snakeCaseClass(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** `kernelInitializer` to `kernel_initializer`: from an option to its key in a file. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `kernel_initializer` to `kernelInitializer`: from a key in a file to its option. */
export function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A record with its keys in camel case. */
export function camelKeys<V>(record: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [camelCase(key), value]));
}

/**
 * The next free name with this prefix in the process: `dense`, `dense_1`, `dense_2`.
 *
 * @see Keras `keras.utils.naming.auto_name`
 */
export function autoName(className: string): string {
  const prefix = snakeCaseClass(className);
  const { names } = ambient();
  const used = names.get(prefix) ?? 0;
  names.set(prefix, used + 1);
  return used === 0 ? prefix : `${prefix}_${used}`;
}

/**
 * Forgets the automatic names, so that the next `dense` is called `dense` again.
 *
 * @see Keras `keras.utils.clear_session`
 */
export function clearSession(): void {
  ambient().names.clear();
}

/** The candidate nearest to `id`, if any is near enough to be a slip of the keyboard. */
export function nearest(id: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(id.length / 3)) + 1;
  for (const candidate of candidates) {
    // Upper and lower case only decide between candidates that are equally near.
    const distance =
      editDistance(id.toLowerCase(), candidate.toLowerCase()) +
      editDistance(id, candidate) / (10 * (id.length + candidate.length + 1));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words: Damerau, 1964. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(substitution, swap, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}

/** The layers that are being called, outermost first, `sequential/dense`; empty outside of them. */
export function layerPath(): string {
  return ambient().path.join('/');
}
