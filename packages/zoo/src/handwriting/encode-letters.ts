import { NdArray } from '@myelin/core';

/** A letter as pen strokes: points `[x, y]` between where the pen touches and where it lifts, y grows upwards. */
export interface PenLetter {
  /** From `a` to `z`. */
  readonly text: string;
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** What `letterWriter` takes and should say. */
export interface EncodedLetters {
  /** `[n, length, 29]` */
  readonly x: NdArray;
  /** `[n, length, 5]` */
  readonly y: NdArray;
}

/** Kinds of letters. */
const letters = 26;
const inputWidth = 3 + letters;
const truthWidth = 5;

interface Move {
  readonly dx: number;
  readonly dy: number;
  /** What the pen does after the point: 0 goes on, 1 lifts, 2 has done. */
  readonly pen: number;
}

/**
 * Letters as `letterWriter` learns them: at each point where the pen came from and which letter it is, and where it goes.
 *
 * The first offset counts from the middle of the left side of the letter's box. Letters with more points than `length` are
 * left out; shorter ones are filled up with zeros, which do not count.
 *
 * @example
 * ```ts
 * const { x, y } = encodeLetters([{ text: 'l', strokes: [[[0, 5], [0, 0]]] }], 4);
 * x.shape; // [1, 4, 29]
 * y.toArray(); // [[[0, 2.5, 1, 0, 0], [0, -5, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]]
 * ```
 */
export function encodeLetters(drawings: readonly PenLetter[], length: number): EncodedLetters {
  const encoded = drawings
    .map((drawing) => ({ letter: drawing.text.charCodeAt(0) - 97, moves: movesOf(drawing) }))
    .filter(({ moves }) => moves.length > 0 && moves.length <= length);
  const x = new Float32Array(encoded.length * length * inputWidth);
  const y = new Float32Array(encoded.length * length * truthWidth);
  encoded.forEach(({ letter, moves }, n) => {
    moves.forEach(({ dx, dy, pen }, i) => {
      const before = moves[i - 1];
      const from = (n * length + i) * inputWidth;
      x.set([before?.dx ?? 0, before?.dy ?? 0, before?.pen === 0 ? 0 : 1], from);
      x[from + 3 + letter] = 1;
      const to = (n * length + i) * truthWidth;
      y.set([dx, dy], to);
      y[to + 2 + pen] = 1;
    });
  });
  return {
    x: new NdArray(x, [encoded.length, length, inputWidth]),
    y: new NdArray(y, [encoded.length, length, truthWidth]),
  };
}

function movesOf({ strokes }: PenLetter): Move[] {
  const points = strokes.flat();
  const ys = points.map(([, y]) => y);
  let x = Math.min(...points.map(([left]) => left));
  let y = (Math.min(...ys) + Math.max(...ys)) / 2;
  return strokes.flatMap((stroke, s) =>
    stroke.map(([toX, toY], i): Move => {
      const last = i === stroke.length - 1;
      const move = { dx: toX - x, dy: toY - y, pen: last ? (s === strokes.length - 1 ? 2 : 1) : 0 };
      [x, y] = [toX, toY];
      return move;
    }),
  );
}
