import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, loadFile } from '../files/load-file.js';

/** Something written by a pen on a tablet. */
export interface PenDrawing {
  /** Whose hand: the same name, the same person. */
  readonly writer: string;
  readonly text: string;
  /** From where the pen touches to where it lifts: points `[x, y]` in the tablet's units, y grows upwards, 105 a second. */
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
}

/**
 * 13,699 small letters from a to z, written by 414 hands on a tablet: isolated characters of UNIPEN.
 *
 * The letters of a writer follow each other. Hold out whole writers, so that a hand that is learned from is not tested on.
 *
 * The archive of UNIPEN holds them among much else; this is an extract, for which there is no server. It is looked for in the
 * folder that the environment variable `MYELIN_DATA_MIRROR` names, as `handwriting/unipen_lower.ndjson.gz`, or at your own
 * `baseUrl`: a line of JSON `{ "w": writer, "t": letter, "s": strokes }` each.
 *
 * @throws StateError where it is found nowhere, FormatError when the file has not the content it should have.
 * @see UNIPEN train_r01_v07, Guyon et al. 1994, https://doi.org/10.5281/zenodo.1195803, CC BY 4.0
 */
export async function penLetters(options: RemoteOptions = {}): Promise<PenDrawing[]> {
  const { baseUrl, ...loading } = options;
  const name = 'handwriting/unipen_lower.ndjson.gz';
  const bytes = await loadFile(
    {
      name,
      url: baseUrl === undefined ? null : addressIn(baseUrl, 'unipen_lower.ndjson.gz'),
      hint: 'They are the isolated small letters of https://doi.org/10.5281/zenodo.1195803; a server that has this file is named by `baseUrl`.',
      sha256: '88a69d040f79736747311d47cc0fd0e39f98ecfd3611d911304932f62f560430',
    },
    loading,
  );
  const lines = new TextDecoder().decode(bytes).trim().split('\n');
  return lines.map((line) => {
    const { w, t, s } = JSON.parse(line) as { w: string; t: string; s: PenDrawing['strokes'] };
    return { writer: w, text: t, strokes: s };
  });
}
