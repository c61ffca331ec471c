import type { RemoteOptions } from '../files/load-file.js';
import { addressIn } from '../files/address-in.js';
import { NdArray } from '@myelin/core';
import { type GeneSequences, loadGeneRows } from './gene-sequences.js';

/**
 * 106 pieces of the DNA of E. coli, 57 letters each: 53 hold a promoter, where the reading of a gene begins, and 53 do not.
 *
 * Downloads 7 kB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `genomes/promoters.data`. In promoters the gene begins at letter 51.
 *
 * `y [106]`, uint8: 1 for promoters.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see Harley and Reynolds 1987; Towell, Shavlik and Noordewier 1990; UCI Machine Learning Repository, doi 10.24432/C5S01D
 */
export async function promoters(options: RemoteOptions = {}): Promise<GeneSequences> {
  const folder =
    'https://archive.ics.uci.edu/ml/machine-learning-databases/molecular-biology/promoter-gene-sequences/';
  const { baseUrl = folder, ...loading } = options;
  const file = {
    name: 'genomes/promoters.data',
    url: addressIn(baseUrl, 'promoters.data'),
    sha256: '9cba9e8661ab04760d69b857f62259233446f2dce5ec9b515efe0b23c315bb29',
  };
  const rows = await loadGeneRows(file, loading);
  return {
    sequences: rows.map(([, , sequence]) => sequence),
    y: new NdArray(Uint8Array.from(rows, ([kind]) => (kind === '+' ? 1 : 0))),
    classes: ['no promoter', 'promoter'],
    names: rows.map(([, name]) => name),
  };
}
