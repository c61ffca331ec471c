import { ArgumentError, isDictionary, nearest } from '@myelin/core';
import { type Handed, distribute } from './distribute.js';
import type { Ports } from './ports.js';

/**
 * What was given for the inputs of a model, in the order of its ports; null only where that was given for an optional one.
 * Dictionaries may hold more than the model takes, as rows of a table do.
 *
 * @throws ArgumentError when an input is missing, or for a list where the order of a dictionary decides.
 * @see Keras `keras.src.models.functional.Functional._standardize_inputs`
 */
export function orderInputs<T>(given: unknown, ports: Ports, handed: Omit<Handed, 'more'>): (T | null)[] {
  const { tree, labels, optional } = ports;
  if (Array.isArray(given) && labels.length > 1 && isDictionary(tree) && !isSorted(Object.keys(tree))) {
    throw new ArgumentError({
      ...expected(`a dictionary with the inputs ${labels.join(', ')}`, handed),
      got: 'a list',
      hint: 'The order of a list would not be that of the dictionary which the model was made with.',
    });
  }
  const found = distribute<T | null>(given, ports, { ...handed, more: true });
  const missing = found.findIndex(
    (value, i) => value === undefined || (value === null && optional[i] !== true),
  );
  if (missing === -1) return found as (T | null)[];
  const keys = isDictionary(given) ? Object.keys(given) : [];
  const label = labels[missing] ?? '';
  if (found[missing] === null && labels.length > 1) {
    throw new ArgumentError({
      ...expected(`the input "${label}"`, handed),
      got: 'null',
      hint: 'Only what was made by `input` with `optional: true` may be null.',
    });
  }
  const near = nearest(
    label,
    keys.filter((key) => !labels.includes(key)),
  );
  throw new ArgumentError({
    ...expected(labels.length === 1 ? 'an array' : `the input "${label}"`, handed),
    got: keys.length === 0 ? 'none' : keys.join(', '),
    ...(near === undefined ? {} : { hint: `Is "${near}" meant for it?` }),
  });
}

function expected(what: string, handed: Handed): { who: string; expected: string } {
  return { who: handed.who, expected: `${what} in ${handed.what}` };
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') <= key);
}
