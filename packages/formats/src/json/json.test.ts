import { readFileSync, readdirSync } from 'node:fs';
import { FormatError, PyFloat, type WireValue } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from '../zip/read-zip.js';
import { parseJson } from './parse-json.js';
import { printJson } from './print-json.js';

const parse = (text: string): WireValue => parseJson(text, 'config.json');

/** Floats as `json.dumps` of Python prints them. */
const pythonFloats = [
  '0.0',
  '-0.0',
  '1.0',
  '-2.5',
  '0.1',
  '0.001',
  '0.0001',
  '1e-05',
  '1.5e-07',
  '1e-10',
  '-1.25e-300',
  '5e-324',
  '123456.0',
  '1000000000000000.0',
  '1e+16',
  '1.2345678901234568e+16',
  '1e+21',
  '1e+100',
  '1.7976931348623157e+308',
  '0.0010000000474974513',
  '3.3333333333333335',
];

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.nat(4), (text, space) => {
        const spaced = JSON.stringify(JSON.parse(text), null, space);
        const floats = (value: WireValue): unknown => JSON.parse(JSON.stringify(value, unwrapped));
        expect(floats(parse(spaced))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps whole floats apart from integers', () => {
    expect(parse('[2, 2.0, -0.0, 1e3, 2.5, -7, 0]')).toEqual([
      2,
      new PyFloat(2),
      new PyFloat(-0),
      new PyFloat(1000),
      2.5,
      -7,
      0,
    ]);
  });

  it('reads the numbers of Python that JSON lacks', () => {
    expect(printJson(parse('{"a": NaN, "b": [Infinity, -Infinity]}'))).toBe(
      '{"a": NaN, "b": [Infinity, -Infinity]}',
    );
    expect(Object.keys(parse('{"NaN": NaN}') as object)).toEqual(['NaN']);
  });

  it('takes any name of a key without harm', () => {
    const parsed = parse('{"__proto__": {"polluted": 1}, "constructor": 2, "a": 3, "a": 4}') as object;
    expect(Object.keys(parsed)).toEqual(['__proto__', 'constructor', 'a']);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect('polluted' in parsed).toBe(false);
    expect('polluted' in {}).toBe(false);
    expect(Object.entries(parsed)[2]).toEqual(['a', 4]);
    expect(printJson(parsed as WireValue)).toBe('{"__proto__": {"polluted": 1}, "constructor": 2, "a": 4}');
  });

  it.each([
    ['', 'config.json, character 0: expected a value, got the end.'],
    ['[1, 2', 'config.json, character 5: expected "]", got the end.'],
    ['{"a" 1}', 'config.json, character 5: expected ":", got "1}".'],
    ['{a: 1}', 'config.json, character 1: expected a string, got "a: 1}".'],
    ['[1,]', 'config.json, character 3: expected a value, got "]".'],
    ['[1 2]', 'config.json, character 3: expected "]", got "2]".'],
    ['1 2', 'config.json, character 2: expected the end, got "2".'],
    ['[01]', 'config.json, character 2: expected "]", got "1]".'],
    ['[.5]', 'config.json, character 1: expected a value, got ".5]".'],
    ['[1.]', 'config.json, character 2: expected "]", got ".]".'],
    ['"abc', 'expected the end of a string, got the end.'],
    ['"abc\\', 'expected the end of a string, got the end.'],
    ['["a\\x"]', 'config.json, character 1: expected a string with valid escapes, got'],
    ['["a\nb"]', 'config.json, character 1: expected a string with valid escapes, got'],
    ['nul', 'expected a value, got "nul".'],
    ['truefalse', 'config.json, character 4: expected the end, got "false".'],
    ['['.repeat(100_000), 'config.json, character 501: expected at most 500 levels, got'],
    ['{"a":'.repeat(100_000), 'expected at most 500 levels, got'],
  ])('refuses %.20s', (text, message) => {
    expect(() => parse(text)).toThrow(FormatError);
    expect(() => parse(text)).toThrow(message);
  });

  it('reads as deep as it says', () => {
    const text = `${'['.repeat(500)}${']'.repeat(500)}`;
    expect(printJson(parse(text))).toBe(text);
  });

  it('ends in a value or in a FormatError, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '1',
      '-',
      '.',
      'e',
      'NaN',
      'null',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let result: unknown;
        try {
          result = parse(pieces.join(''));
        } catch (error) {
          result = error;
        }
        expect(result instanceof Error).toBe(result instanceof FormatError);
      }),
      { numRuns: 1000 },
    );
  });
});

/** For JSON.stringify, which does not know our floats. */
function unwrapped(_: string, value: unknown): unknown {
  return value instanceof PyFloat ? value.value : value;
}

describe('printJson', () => {
  it('prints as Python does', () => {
    const value = {
      text: 'größe "\\ \n\t\b\f\r\u0001\u007f\u2028 😀',
      list: [],
      record: {},
      none: null,
      flags: [true, false],
    };
    expect(printJson(value)).toBe(
      '{"text": "gr\\u00f6\\u00dfe \\"\\\\ \\n\\t\\b\\f\\r\\u0001\\u007f\\u2028 \\ud83d\\ude00", "list": [], ' +
        '"record": {}, "none": null, "flags": [true, false]}',
    );
  });

  it.each(pythonFloats)('prints the float %s as Python does', (text) => {
    expect(printJson(parse(text))).toBe(text);
  });

  it('prints integers without a point, floats with one', () => {
    expect(printJson([2, new PyFloat(2), -0, 2 ** 53, 1e21, NaN, Infinity, new PyFloat(-Infinity)])).toBe(
      '[2, 2.0, 0, 9007199254740992, 1000000000000000000000, NaN, Infinity, -Infinity]',
    );
  });

  it('prints what parseJson reads', () => {
    const { value } = fc.letrec<{ value: WireValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string({ unit: 'binary' }),
        fc.double({ noInteger: true, noNaN: true, noDefaultInfinity: true }),
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .filter(Number.isInteger)
          .map((x) => new PyFloat(x)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (written) => {
        expect(parse(printJson(written))).toEqual(written);
      }),
    );
  });

  const folder = new URL('../../../conformance/goldens/files/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.keras'));

  it('has files of Keras to try', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  it.each(files)('gives back the configuration in %s to the letter', (name) => {
    const archive = readZip(new Uint8Array(readFileSync(new URL(name, folder))), name);
    for (const member of ['config.json', 'metadata.json']) {
      const text = new TextDecoder().decode(archive.get(member));
      expect(printJson(parse(text))).toBe(text);
    }
  });
});
