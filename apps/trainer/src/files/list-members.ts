import { unzipSync } from 'fflate';

/** A file within an archive. */
export interface Member {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** What `metadata.json` of a `.keras` file says. */
export interface Metadata {
  readonly keras_version?: string;
  readonly date_saved?: string;
}

const metadataName = 'metadata.json';
const largestMetadata = 10_000;

/** The names and sizes of what a `.keras` file holds, without unpacking it, and its metadata. */
export function listMembers(bytes: Uint8Array): { members: Member[]; metadata: Metadata } {
  const members: Member[] = [];
  const unpacked = unzipSync(bytes, {
    filter({ name, originalSize }) {
      members.push({ name, size: originalSize });
      return name === metadataName && originalSize < largestMetadata;
    },
  });
  const text = unpacked[metadataName];
  const metadata = text === undefined ? {} : (JSON.parse(new TextDecoder().decode(text)) as Metadata);
  return { members, metadata };
}
