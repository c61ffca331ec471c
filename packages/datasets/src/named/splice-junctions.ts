import type { RemoteOptions } from '../files/load-file.js';
import { addressIn } from '../files/address-in.js';
import { NdArray } from '@myelin/core';
import { type GeneSequences, loadGeneRows } from './gene-sequences.js';

const classes = ['EI', 'IE', 'N'];

/**
 * 3,190 pieces of the DNA of primates, 60 letters each: does a gene's text end in the middle, begin there, or neither?
 *
 * In `EI` an exon, which is kept, ends after letter 30 and an intron, which is cut out, begins (767 sequences); in `IE` it is
 * the other way round (768); in `N` there is no such junction (1,655). Eight letters of the alphabet occur: `D`, `N`, `R` and
 * `S` stand for several, see `encodeDna`. 185 sequences repeat others, one of them under another class: divide them so that
 * no copy is both learned from and tested on.
 *
 * Downloads 319 kB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `genomes/splice.data`.
 *
 * `y [3190]`, uint8 from 0 to 2.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see Noordewier, Towell and Shavlik 1991; UCI Machine Learning Repository, doi 10.24432/C5M888
 */
export async function spliceJunctions(options: RemoteOptions = {}): Promise<GeneSequences> {
  const folder =
    'https://archive.ics.uci.edu/ml/machine-learning-databases/molecular-biology/splice-junction-gene-sequences/';
  const { baseUrl = folder, ...loading } = options;
  const file = {
    name: 'genomes/splice.data',
    url: addressIn(baseUrl, 'splice.data'),
    sha256: 'ebbae10c85d3c285e2a2489a37e42bc2ee8d91d15005e391a9962fa3389a114f',
  };
  const rows = await loadGeneRows(file, loading);
  return {
    sequences: rows.map(([, , sequence]) => sequence),
    y: new NdArray(Uint8Array.from(rows, ([kind]) => classes.indexOf(kind))),
    classes: [...classes],
    names: rows.map(([, name]) => name),
  };
}
