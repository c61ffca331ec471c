import { nearest } from '@myelin/core';
import * as v from 'valibot';

type Message = (issue: v.StrictObjectIssue) => string;

/** An object of these keys and no others, with messages that say what was meant. */
export function record<const T extends v.ObjectEntries>(entries: T): v.StrictObjectSchema<T, Message> {
  const keys = Object.keys(entries);
  return v.strictObject(entries, ({ expected, received, path }) => {
    if (expected === 'Object') return `expected an object, got ${received}.`;
    if (expected !== 'never') return `expected ${expected}, got nothing.`;
    const key = String(path?.at(-1)?.key);
    const near = nearest(key, keys);
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    return `expected ${keys.map((known) => `"${known}"`).join(', ')}; got "${key}".${hint}`;
  });
}
