import { FormatError } from '@myelin/core';
import { inflateSync } from 'fflate';
import { crc32 } from './crc32.js';

/** A model has a handful of members; vocabularies add some. */
const maxMembers = 10_000;
/** What all members may hold together once they are unpacked. */
const maxTotalBytes = 2 ** 32;
/** Members larger than this may not be compressed by more than a factor of a hundred. */
const suspiciousBytes = 256 * 2 ** 20;

interface Member {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The members of an archive by name, in the order of its directory; stored ones are views of `bytes`.
 *
 * Refuses what no honest archive holds: names that lead out of it, members twice or overlapping, encryption, sizes and
 * checksums that lie, and bombs.
 *
 * @param file - the name for errors.
 * @throws FormatError naming the file and the member.
 */
export function readZip(bytes: Uint8Array, file: string): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members = readDirectory(bytes, view, file);
  checkTotal(members, file);
  const contents = new Map<string, Uint8Array>();
  const ranges: [number, number][] = [];
  for (const member of members) {
    const { name } = member;
    if (contents.has(name)) throw bad(file, name, 'each member once', 'two of the same name');
    const start = dataStart(view, member, file);
    ranges.push([member.offset, start + member.compressed]);
    contents.set(name, unpack(bytes.subarray(start, start + member.compressed), member, file));
  }
  ranges.sort(([a], [b]) => a - b);
  ranges.forEach(([start], i) => {
    if (i > 0 && start < (ranges[i - 1]?.[1] ?? 0))
      throw bad(file, 'directory', 'members beside each other', 'overlapping ones');
  });
  return contents;
}

function readDirectory(bytes: Uint8Array, view: DataView, file: string): Member[] {
  const end = findEnd(view, file);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (start === 0xffffffff || count === 0xffff)
    throw bad(file, 'directory', 'an archive below 4 GiB', 'zip64');
  if (count > maxMembers) throw bad(file, 'directory', `at most ${maxMembers} members`, String(count));
  if (start + size > end)
    throw bad(file, 'directory', 'a directory before its end record', 'one that reaches beyond');
  const members: Member[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) {
      throw bad(file, `entry ${i} of the directory`, 'an entry', 'something else: the file is damaged');
    }
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end)
      throw bad(
        file,
        `entry ${i} of the directory`,
        'an entry inside the directory',
        'one that reaches beyond',
      );
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), file);
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw bad(file, name, 'no encryption', 'an encrypted member');
    const member: Member = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!name.endsWith('/')) members.push(member);
    at = next;
  }
  return members;
}

/** The end record is last, but for a comment of at most 64 KiB. */
function findEnd(view: DataView, file: string): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new FormatError({
    who: file,
    expected: 'a zip archive, as .keras files are',
    got: view.byteLength === 0 ? 'an empty file' : 'something else, or only a part of one',
    hint: 'Was the download complete? Legacy .h5 files are another format.',
  });
}

function decodeName(bytes: Uint8Array, file: string): string {
  const name = new TextDecoder().decode(bytes);
  const parts = name.split('/');
  const leavesArchive =
    name.startsWith('/') || name.includes('\\') || /^[a-zA-Z]:/.test(name) || parts.includes('..');
  if (name === '' || name.includes('\0') || leavesArchive) {
    throw bad(file, 'directory', 'names of members inside the archive', JSON.stringify(name));
  }
  return name;
}

function checkTotal(members: readonly Member[], file: string): void {
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > maxTotalBytes) throw bad(file, 'directory', `at most ${maxTotalBytes} bytes`, String(total));
}

function dataStart(view: DataView, { name, offset, compressed }: Member, file: string): number {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) {
    throw bad(file, name, 'a member where the directory says', 'something else: the file is damaged');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > view.byteLength)
    throw bad(file, name, `${compressed} bytes`, 'the end of the file');
  return start;
}

function unpack(
  stored: Uint8Array,
  { name, method, size, crc, compressed }: Member,
  file: string,
): Uint8Array {
  if (method !== 0 && method !== 8) throw bad(file, name, 'a stored or deflated member', `method ${method}`);
  if (method === 0 && size !== compressed)
    throw bad(file, name, `${size} bytes`, `${compressed} stored ones`);
  if (method === 8 && size > suspiciousBytes && size > 100 * compressed) {
    throw bad(file, name, 'a member of plausible size', `${size} bytes from ${compressed}`);
  }
  const content = method === 0 ? stored : inflateExactly(stored, size, name, file);
  if (crc32(content) !== crc)
    throw bad(file, name, 'the content that was written', 'a wrong checksum: the file is damaged');
  return content;
}

/** One byte more than is asked for room shows when there is more than the directory says. */
function inflateExactly(stored: Uint8Array, size: number, name: string, file: string): Uint8Array {
  try {
    const content = inflateSync(stored, { out: new Uint8Array(size + 1) });
    if (content.length === size) return content;
  } catch (error) {
    throw bad(file, name, 'deflated data', error instanceof Error ? error.message : String(error));
  }
  throw bad(file, name, `${size} bytes`, 'another number of them');
}

function bad(file: string, place: string, expected: string, got: string): FormatError {
  return new FormatError({ who: `${file}, ${place}`, expected, got });
}
