import type { NdArray } from '@myelin/core';
import { type LoadOptions, loadFile } from '../files/load-file.js';
import type { RemoteFile } from '../files/remote-file.js';

/** Pieces of DNA, and of which kind each is. */
export interface GeneSequences {
  /** Capital letters, all of one length; `encodeDna` makes arrays of them. */
  readonly sequences: readonly string[];
  /** `[n]`, uint8: places in `classes`. */
  readonly y: NdArray;
  readonly classes: readonly string[];
  /** What the source calls each sequence. */
  readonly names: readonly string[];
}

/** Class, name and sequence of each line, without the space around them. */
export async function loadGeneRows(
  file: RemoteFile,
  options: LoadOptions,
): Promise<[kind: string, name: string, sequence: string][]> {
  const text = new TextDecoder().decode(await loadFile(file, options));
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', name = '', sequence = ''] = line.split(',').map((cell) => cell.trim());
      return [kind, name, sequence.toUpperCase()];
    });
}
