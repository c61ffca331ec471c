import { inflate } from './inflate.js';

/** The bytes of an embedded data set: base64 of a zlib stream. */
export function inflateBase64(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return inflate(
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
    'deflate',
  );
}
