import { inflateSync } from 'fflate';
import { crc32 } from './crc32.js';
import { type Member, damaged, readDirectory } from './read-directory.js';

/** What all members may hold together once they are unpacked. */
const maxTotalBytes = 2 ** 32;
/** More than this may not be compressed by more than a factor of a hundred. */
const suspiciousBytes = 256 * 2 ** 20;
/** Deflate codes at most 258 bytes in two bits. */
const greatestExpansion = 1032;

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
  const members = readDirectory(bytes, file);
  const total = members.reduce((sum, { size }) => sum + size, 0);
  const isBomb = total > suspiciousBytes && total > 100 * bytes.length;
  if (total > maxTotalBytes || isBomb) {
    throw damaged(file, 'directory', 'members of plausible size', `${total} bytes from ${bytes.length}`);
  }
  return new Map(members.map((member) => [member.name, unpack(member, file)]));
}

function unpack(member: Member, file: string): Uint8Array {
  const { name, method, size, crc, stored } = member;
  if (method !== 0 && method !== 8) {
    throw damaged(file, name, 'a stored or deflated member', `method ${method}`);
  }
  if (method === 0 && size !== stored.length) {
    throw damaged(file, name, `${size} bytes`, `${stored.length} stored ones`);
  }
  const content = method === 0 ? stored : inflateExactly(member, file);
  if (crc32(content) !== crc) {
    throw damaged(file, name, 'the content that was written', 'a wrong checksum: the file is damaged');
  }
  return content;
}

/** One byte more than is asked for room shows when there is more than the directory says. */
function inflateExactly({ name, size, stored }: Member, file: string): Uint8Array {
  if (size > greatestExpansion * stored.length) {
    throw damaged(file, name, 'a member of plausible size', `${size} bytes from ${stored.length}`);
  }
  let content: Uint8Array;
  try {
    content = inflateSync(stored, { out: new Uint8Array(size + 1) });
  } catch (error) {
    throw damaged(file, name, 'deflated data', error instanceof Error ? error.message : String(error));
  }
  if (content.length === size) return content;
  throw damaged(file, name, `${size} bytes`, content.length > size ? 'more of them' : String(content.length));
}
