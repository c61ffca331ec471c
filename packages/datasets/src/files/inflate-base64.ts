import { inflate } from './inflate.js';

/** The bytes of an embedded data set: base64 of a zlib stream. */
export function inflateBase64(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  // A plain loop, since `Uint8Array.from` calls back for each of what may be millions of characters.
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return inflate(bytes, 'deflate');
}
