import { UnknownIdError } from './errors.js';
import { nearest } from './names.js';

/**
 * The unit behind one of Keras' string ids, in a map that was made from a folder.
 *
 * @param kind - what is looked for, as errors say it: `an optimizer`.
 * @param who - who asks, for errors.
 * @throws UnknownIdError with the nearest id, or all of them.
 */
export function findById(units: object, id: string, kind: string, who: string): unknown {
  if (Object.hasOwn(units, id)) return units[id as keyof typeof units];
  const near = nearest(id, Object.keys(units));
  throw new UnknownIdError({
    who,
    expected: `the id of ${kind}`,
    got: JSON.stringify(id),
    hint: near === undefined ? `Known are ${Object.keys(units).join(', ')}.` : `Did you mean "${near}"?`,
  });
}
