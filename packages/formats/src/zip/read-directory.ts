import { FormatError } from '@myelin/core';

/** A model has a handful of members; vocabularies add some. */
const maxMembers = 10_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Sizes of the fixed parts of each record. */
const endSize = 22;
const entrySize = 46;
const localSize = 30;

/** What the directory and the header of a member say. */
export interface Member {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Length of the content. */
  readonly size: number;
  /** As it is in the archive: compressed, or not. */
  readonly stored: Uint8Array;
}

type Entry = Omit<Member, 'stored'> & { readonly storedSize: number; readonly offset: number };

/**
 * The members of an archive, in the order of its directory.
 *
 * Whatever readers of zip could understand in different ways is refused: names and flags that differ between directory
 * and member, members twice, members that overlap.
 *
 * @param file - the name for errors.
 * @see PKWARE: .ZIP File Format Specification 6.3.10, section 4.3.
 */
export function readDirectory(bytes: Uint8Array, file: string): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { directory, entries } = readEntries(bytes, view, file);
  const names = new Set<string>();
  let end = 0;
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  const contents = new Map<Entry, Uint8Array>();
  for (const entry of sorted) {
    const { name, offset } = entry;
    if (names.has(name)) throw damaged(file, name, 'each member once', 'two of the same name');
    names.add(name);
    if (offset < end) throw damaged(file, name, 'members beside each other', 'overlapping ones');
    const start = readLocalHeader(bytes, view, entry, file);
    end = start + entry.storedSize;
    if (end > directory) {
      throw damaged(
        file,
        name,
        `${entry.storedSize} bytes before the directory`,
        'the directory within them',
      );
    }
    contents.set(entry, bytes.subarray(start, end));
  }
  const members = entries.map((entry) => ({ ...entry, stored: contents.get(entry) ?? new Uint8Array() }));
  return members.filter(({ name }) => !name.endsWith('/'));
}

function readEntries(
  bytes: Uint8Array,
  view: DataView,
  file: string,
): { directory: number; entries: Entry[] } {
  const end = findEnd(view, file);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (directory === 0xffffffff || count === 0xffff) {
    throw damaged(file, 'directory', 'an archive below 4 GiB', 'zip64');
  }
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    throw damaged(file, 'directory', 'one file', 'a part of an archive of several');
  }
  if (count > maxMembers) throw damaged(file, 'directory', `at most ${maxMembers} members`, String(count));
  let at = directory;
  const entries = Array.from({ length: count }, (_, i) => {
    if (at + entrySize > end || view.getUint32(at, true) !== entrySignature) {
      throw damaged(file, `entry ${i} of the directory`, 'an entry', 'something else');
    }
    const nameEnd = at + entrySize + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end)
      throw damaged(file, `entry ${i} of the directory`, 'an entry before its end', 'a longer one');
    const name = decodeName(bytes.subarray(at + entrySize, nameEnd), file);
    refuseEncryption(view.getUint16(at + 8, true), name, file);
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      storedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at = next;
    return entry;
  });
  if (at !== directory + view.getUint32(end + 12, true)) {
    throw damaged(
      file,
      'directory',
      `a directory of ${view.getUint32(end + 12, true)} bytes`,
      `${at - directory}`,
    );
  }
  return { directory, entries };
}

/** The end record is last, but for a comment whose length it states. */
function findEnd(view: DataView, file: string): number {
  const first = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= first; at--) {
    const isEnd = view.getUint32(at, true) === endSignature;
    if (isEnd && at + endSize + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new FormatError({
    who: file,
    expected: 'a zip archive, as .keras files are',
    got: view.byteLength === 0 ? 'an empty file' : 'something else, or only a part of one',
    hint: 'Was the download complete? Legacy .h5 files are another format.',
  });
}

/** Checks the header before a member against its entry, and returns where the content starts. */
function readLocalHeader(bytes: Uint8Array, view: DataView, entry: Entry, file: string): number {
  const { name, offset, method } = entry;
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== localSignature) {
    throw damaged(file, name, 'a member where the directory says', 'something else');
  }
  refuseEncryption(view.getUint16(offset + 6, true), name, file);
  const nameEnd = offset + localSize + view.getUint16(offset + 26, true);
  const localName = decodeName(bytes.subarray(offset + localSize, nameEnd), file);
  const localMethod = view.getUint16(offset + 8, true);
  if (localName !== name || localMethod !== method) {
    const got = `${JSON.stringify(localName)} with method ${localMethod}`;
    throw damaged(file, name, `the same name and method ${method} before the member`, got);
  }
  return nameEnd + view.getUint16(offset + 28, true);
}

function refuseEncryption(flags: number, name: string, file: string): void {
  if ((flags & 1) !== 0) throw damaged(file, name, 'no encryption', 'an encrypted member');
}

/** A relative path that stays inside the archive, wherever it is unpacked. */
function decodeName(bytes: Uint8Array, file: string): string {
  const name = new TextDecoder().decode(bytes);
  const parts = name.replace(/\/$/, '').split('/');
  const isInside = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isInside || /[\\\0\ufffd]|^[a-zA-Z]:/.test(name)) {
    throw damaged(file, 'directory', 'names of members inside the archive', JSON.stringify(name));
  }
  return name;
}

/** What is wrong with an archive, and where. */
export function damaged(file: string, place: string, expected: string, got: string): FormatError {
  return new FormatError({ who: `${file}, ${place}`, expected, got });
}
