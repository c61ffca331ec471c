/**
 * An attribute as text: JSON whose numbers may also be `-0`, `NaN`, `Infinity` and `-Infinity`.
 *
 * Different values have different texts, so that passes may compare the texts.
 */
export function printLiteral(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(printLiteral).join()}]`;
  if (typeof value === 'object' && value !== null) return `{${printEntries(value)}}`;
  return JSON.stringify(value);
}

/** The entries of an object, without those that are undefined. */
export function printEntries(object: object): string {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${printLiteral(value)}`)
    .join(', ');
}
