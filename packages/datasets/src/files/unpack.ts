import { FormatError, StateError } from '@myelin/core';
import { inflate } from './inflate.js';

/**
 * The content of a gzip file, checked against its SHA-256. Bytes that a server unpacked on the way are taken as they
 * are.
 *
 * @throws FormatError when the file is damaged, cut short or another one.
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  sha256: string,
  where: string,
): Promise<Uint8Array> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const content = packed
    ? await inflate(bytes, 'gzip').catch((cause: unknown) => {
        throw new FormatError({ who: where, expected: 'a whole gzip file', got: 'a damaged one', cause });
      })
    : bytes;
  const hash = await digest(content);
  if (hash !== sha256)
    throw new FormatError({ who: where, expected: `content with the SHA-256 ${sha256}`, got: hash });
  return content;
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Pages that come over plain http, other than from this computer, have no `subtle`, whatever the types say.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw new StateError({
      who: 'datasets',
      expected: 'a page served by https or localhost, where downloads can be checked',
      got: 'one without crypto.subtle',
    });
  }
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
