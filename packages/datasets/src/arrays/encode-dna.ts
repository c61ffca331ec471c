import { ArgumentError, NdArray } from '@myelin/core';

const bases = 'ACGT';

/** What each letter stands for, by the rules of IUPAC: a base, or one of several. */
const letters: Readonly<Record<string, string>> = {
  A: 'A',
  C: 'C',
  G: 'G',
  T: 'T',
  R: 'AG',
  Y: 'CT',
  S: 'CG',
  W: 'AT',
  K: 'GT',
  M: 'AC',
  B: 'CGT',
  D: 'AGT',
  H: 'ACT',
  V: 'ACG',
  N: 'ACGT',
};

/**
 * DNA as one-hot rows in the order A, C, G, T: `y[i, position, base] = 1 / k` for each of the `k` bases that a letter may be.
 *
 * A letter that stands for several bases is shared out between them, so that every row adds up to 1: `N`, which may be
 * anything, is 0.25 four times and favours nothing. Small letters count as capitals.
 *
 * Output `[sequences, length, 4]`, float32.
 *
 * @example
 * ```ts
 * encodeDna(['AC']).toArray(); // [[[1, 0, 0, 0], [0, 1, 0, 0]]]
 * encodeDna(['R', 'N']).toArray(); // [[[0.5, 0, 0.5, 0]], [[0.25, 0.25, 0.25, 0.25]]]
 * ```
 * @throws ArgumentError for letters that IUPAC does not know, and for sequences of several lengths.
 * @see IUPAC-IUB nomenclature for incompletely specified bases, 1984
 */
export function encodeDna(sequences: readonly string[]): NdArray {
  const length = sequences[0]?.length ?? 0;
  const encoded = new Float32Array(sequences.length * length * bases.length);
  sequences.forEach((sequence, i) => {
    if (sequence.length !== length) throw wrong(`sequences of ${length} letters`, sequence.length, i);
    for (let position = 0; position < length; position++) {
      const letter = sequence.charAt(position).toUpperCase();
      const meant = Object.hasOwn(letters, letter) ? (letters[letter] ?? '') : '';
      if (meant === '')
        throw wrong(`letters of ${Object.keys(letters).join('')}`, JSON.stringify(letter), i, position);
      for (const base of meant) {
        encoded[(i * length + position) * bases.length + bases.indexOf(base)] = 1 / meant.length;
      }
    }
  });
  return new NdArray(encoded, [sequences.length, length, bases.length]);
}

function wrong(expected: string, got: string | number, i: number, position?: number): ArgumentError {
  const place = `in sequence ${i}${position === undefined ? '' : `, position ${position}`}`;
  return new ArgumentError({ who: 'encodeDna', expected, got: `${got} ${place}` });
}
