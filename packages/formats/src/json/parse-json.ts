import { FormatError, PyFloat, type WireValue } from '@myelin/core';

/** Configurations of models are far below both. */
const maxLength = 256 * 2 ** 20;
const maxDepth = 500;

const numberPattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const names: readonly (readonly [string, WireValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new PyFloat(NaN)],
  ['Infinity', new PyFloat(Infinity)],
  ['-Infinity', new PyFloat(-Infinity)],
];

/**
 * Reads JSON as Python writes it, with NaN and infinities. Whole floats such as `2.0` become {@link PyFloat}: Keras
 * treats `2` and `2.0` differently.
 *
 * @param where - the file and member, for errors.
 * @throws FormatError with the place of the first mistake.
 */
export function parseJson(text: string, where: string): WireValue {
  let at = 0;

  const fail = (expected: string): never => {
    const got = at >= text.length ? 'the end' : JSON.stringify(text.slice(at, at + 20));
    throw new FormatError({ who: `${where}, character ${at}`, expected, got });
  };
  const skipSpace = (): void => {
    while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at++;
  };
  const take = (symbol: string): void => {
    skipSpace();
    if (text[at] !== symbol) fail(`"${symbol}"`);
    at++;
  };
  /** Entries between brackets, separated by commas. */
  const list = (open: string, close: string, entry: () => void): void => {
    take(open);
    skipSpace();
    if (text[at] === close) {
      at++;
      return;
    }
    for (;;) {
      entry();
      skipSpace();
      if (text[at] !== ',') break;
      at++;
    }
    take(close);
  };

  const string = (): string => {
    skipSpace();
    const start = at;
    if (text[at] !== '"') fail('a string');
    for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    if (at >= text.length) fail('the end of a string');
    at++;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      at = start;
      return fail('a string with valid escapes');
    }
  };

  const number = (): WireValue => {
    numberPattern.lastIndex = at;
    const found = numberPattern.exec(text);
    if (found === null) return fail('a value');
    at += found[0].length;
    const value = Number(found[0]);
    const isFloat = found[1] !== undefined || found[2] !== undefined;
    return isFloat && Number.isInteger(value) ? new PyFloat(value) : value;
  };

  const value = (depth: number): WireValue => {
    if (depth > maxDepth) fail(`at most ${maxDepth} levels`);
    skipSpace();
    if (text[at] === '"') return string();
    if (text[at] === '[') {
      const entries: WireValue[] = [];
      list('[', ']', () => entries.push(value(depth + 1)));
      return entries;
    }
    if (text[at] === '{') {
      const record: Record<string, WireValue> = {};
      list('{', '}', () => {
        const key = string();
        take(':');
        // An assignment to `__proto__` would change the object instead of adding to it.
        Object.defineProperty(record, key, {
          value: value(depth + 1),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      });
      return record;
    }
    const named = names.find(([name]) => text.startsWith(name, at));
    if (named === undefined) return number();
    at += named[0].length;
    return named[1];
  };

  if (text.length > maxLength) {
    throw new FormatError({
      who: where,
      expected: `at most ${maxLength} characters`,
      got: String(text.length),
    });
  }
  const result = value(0);
  skipSpace();
  if (at < text.length) fail('the end');
  return result;
}
