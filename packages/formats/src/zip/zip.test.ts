import { FormatError } from '@myelin/core';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.js';
import { readZip } from './read-zip.js';
import { writeZip } from './write-zip.js';

const encoder = new TextEncoder();
const text = (content: string): Uint8Array => encoder.encode(content);
const plain = (members: ReadonlyMap<string, Uint8Array>): [string, number[]][] =>
  [...members].map(([name, content]) => [name, [...content]]);

const part = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter((name) => {
  return !/[/\\\0\ufffd:]/.test(name) && !/^\.{1,2}$/.test(name);
});
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const members = fc
  .uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 200 })), { selector: ([key]) => key, maxLength: 6 })
  .map((entries) => new Map(entries));

it('knows the checksum of zip', () => {
  expect(crc32(text('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
  expect(crc32(text('123456789abc').subarray(1))).toBe(0x226ecd0c);
});

describe('archives', () => {
  it('are read as they were written, in the same order', () => {
    fc.assert(
      fc.property(members, (written) => {
        expect(plain(readZip(writeZip(written), 'x.zip'))).toEqual(plain(written));
      }),
    );
  });

  it('are read by others', () => {
    fc.assert(
      fc.property(members, (written) => {
        const found = unzipSync(writeZip(written));
        expect(plain(new Map(Object.entries(found)))).toEqual(
          plain(new Map(Object.entries(Object.fromEntries(written)))),
        );
      }),
    );
  });

  it('of others are read, stored and deflated', () => {
    const long = 'weights '.repeat(5000);
    for (const level of [0, 9] as const) {
      const bytes = zipSync(
        { 'config.json': text('{}'), folder: { 'a µ.txt': text(long), empty: text('') } },
        { level },
      );
      const found = readZip(bytes, 'x.zip');
      expect([...found.keys()].sort()).toEqual(['config.json', 'folder/a µ.txt', 'folder/empty']);
      expect(new TextDecoder().decode(found.get('folder/a µ.txt'))).toBe(long);
      expect(found.get('folder/empty')).toEqual(new Uint8Array());
    }
  });

  it('may have a comment and folders', () => {
    const written = writeZip(
      new Map([
        ['folder/', new Uint8Array()],
        ['folder/x', text('x')],
      ]),
    );
    const commented = new Uint8Array([...written, 0x68, 0x69]);
    commented[written.length - 2] = 2;
    expect([...readZip(commented, 'x.zip').keys()]).toEqual(['folder/x']);
  });

  it('give views of stored members, and take any name without harm', () => {
    const bytes = writeZip(
      new Map([
        ['__proto__', text('x')],
        ['constructor', text('y')],
      ]),
    );
    const found = readZip(bytes, 'x.zip');
    expect([...found.keys()]).toEqual(['__proto__', 'constructor']);
    expect(found.get('__proto__')?.buffer === bytes.buffer).toBe(true);
  });
});

/** Where the parts of an archive with one member `a` of content `hello` are. */
const one = writeZip(new Map([['a', text('hello')]]));
const central = 30 + 1 + 5;
const end = central + 46 + 1;

function changed(at: number, ...values: number[]): Uint8Array {
  const bytes = one.slice();
  bytes.set(values, at);
  return bytes;
}

function named(...names: string[]): Uint8Array {
  return writeZip(new Map(names.map((key) => [key, text(key)])));
}

/** Both headers of the only member. */
function changedInBoth(local: number, directory: number, ...values: number[]): Uint8Array {
  const bytes = changed(local, ...values);
  bytes.set(values, central + directory);
  return bytes;
}

/** Renames the second member to what the first is called. */
function twice(): Uint8Array {
  const bytes = named('a', 'b');
  bytes.forEach((byte, i) => {
    if (byte === 0x62 && i !== 2 * 31 + 1) bytes[i] = 0x61;
  });
  return bytes;
}

function overlapping(): Uint8Array {
  const bytes = named('a', 'b');
  const directory = 2 * (30 + 1 + 1);
  // The first member reaches over the second.
  new DataView(bytes.buffer).setUint32(directory + 20, 20, true);
  new DataView(bytes.buffer).setUint32(directory + 24, 20, true);
  return bytes;
}

function deflated(content: Uint8Array, change: (view: DataView, directory: number) => void): Uint8Array {
  const bytes = zipSync({ a: content }, { level: 9 });
  const view = new DataView(bytes.buffer);
  change(view, view.getUint32(bytes.length - 6, true));
  return bytes;
}

describe('hostile and damaged archives', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'x.zip: expected a zip archive, as .keras files are, got an empty file.'],
    [
      'other files',
      text('{"a": 1}'.repeat(10)),
      'x.zip: expected a zip archive, as .keras files are, got something',
    ],
    ['a part of an archive', one.slice(0, -1), 'expected a zip archive'],
    ['what follows the end', new Uint8Array([...one, 0]), 'expected a zip archive'],
    [
      'names that lead up',
      named('../a'),
      'x.zip, directory: expected names of members inside the archive, got "../a".',
    ],
    ['names that lead up from within', named('a/../../b'), 'got "a/../../b"'],
    ['absolute names', named('/etc/x'), 'got "/etc/x"'],
    ['names with a dot', named('./a'), 'got "./a"'],
    ['names of Windows', named('a\\b'), 'got "a\\\\b"'],
    ['drives', named('C:a'), 'got "C:a"'],
    ['names with a zero byte', named('a\0b'), 'got "a\\u0000b"'],
    ['empty names', named(''), 'got ""'],
    ['names that are not UTF-8', changedInBoth(30, 46, 0xff), 'names of members inside the archive'],
    ['two members of one name', twice(), 'x.zip, a: expected each member once, got two of the same name.'],
    [
      'overlapping members',
      overlapping(),
      'x.zip, b: expected members beside each other, got overlapping ones.',
    ],
    [
      'a name that differs',
      changed(30, 0x62),
      'x.zip, a: expected the same name and method 0 before the member, got "b"',
    ],
    ['encryption', changed(central + 8, 1), 'x.zip, a: expected no encryption, got an encrypted member.'],
    ['encryption said only beside it', changed(6, 1), 'x.zip, a: expected no encryption'],
    [
      'other methods',
      changedInBoth(8, 10, 93),
      'x.zip, a: expected a stored or deflated member, got method 93.',
    ],
    ['stored sizes that differ', changed(central + 24, 6), 'x.zip, a: expected 6 bytes, got 5 stored ones.'],
    [
      'another content',
      changed(31, 0x48),
      'x.zip, a: expected the content that was written, got a wrong checksum',
    ],
    ['another checksum', changed(central + 16, 0), 'got a wrong checksum'],
    ['members inside the directory', changed(central + 20, 6, 0, 0, 0, 6), 'the directory within them'],
    ['members elsewhere', changed(central + 42, 9), 'x.zip, a: expected a member where the directory says'],
    [
      'members beyond the end',
      changed(central + 42, 0, 0, 0, 0x70),
      'expected a member where the directory says',
    ],
    [
      'a damaged directory',
      changed(central, 0),
      'x.zip, entry 0 of the directory: expected an entry, got something else.',
    ],
    ['a directory elsewhere', changed(end + 16, 3), 'expected an entry'],
    ['a directory of another size', changed(end + 12, 9), 'expected a directory of 9 bytes, got 47.'],
    ['names longer than the directory', changed(central + 28, 0xff, 0xff), 'an entry before its end'],
    [
      'too many members',
      changed(end + 8, 0x11, 0x27, 0x11, 0x27),
      'expected at most 10000 members, got 10001.',
    ],
    ['zip64', changed(end + 16, 255, 255, 255, 255), 'expected an archive below 4 GiB, got zip64.'],
    ['parts of archives', changed(end + 4, 1), 'expected one file, got a part of an archive of several.'],
    [
      'more than was said',
      deflated(text('x'.repeat(9000)), (view, at) => {
        view.setUint32(at + 24, 10, true);
      }),
      'x.zip, a: expected 10 bytes, got more of them.',
    ],
    [
      'less than was said',
      deflated(text('x'.repeat(90)), (view, at) => {
        view.setUint32(at + 24, 91, true);
      }),
      'x.zip, a: expected 91 bytes, got 90.',
    ],
    [
      'bombs',
      deflated(text('x'), (view, at) => {
        view.setUint32(at + 24, 2 ** 31, true);
      }),
      'expected members of plausible size, got 2147483648 bytes from',
    ],
    [
      'more than can be compressed',
      deflated(text('x'), (view, at) => {
        view.setUint32(at + 24, 2 ** 27, true);
      }),
      'x.zip, a: expected a member of plausible size, got 134217728 bytes from 3.',
    ],
    [
      'damaged compressed data',
      deflated(text('x'.repeat(90)), (view) => {
        view.setUint32(31, 0xffffffff);
      }),
      'x.zip, a: expected deflated data, got',
    ],
  ])('are refused: %s', (_, bytes, message) => {
    expect(() => readZip(bytes, 'x.zip')).toThrow(FormatError);
    expect(() => readZip(bytes, 'x.zip')).toThrow(message);
  });

  it('end in contents or in a FormatError, whatever was changed', () => {
    const archives = [
      one,
      zipSync({ a: text('x'.repeat(300)), b: { c: text('hello') } }),
      named('a', 'b', 'c'),
    ];
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(
        fc.constantFrom(...archives),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        (archive, changes) => {
          const bytes = archive.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          let found: unknown;
          try {
            found = readZip(bytes, 'x.zip');
          } catch (error) {
            found = error;
          }
          expect(found instanceof Map || found instanceof FormatError).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
