import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { type Tensor, pad, tensor1d } from '@tensorflow/tfjs-core';

export interface StftOptions {
  /** How many steps a sequence has. */
  readonly sequenceLength: number;
  /** Steps from the start of one sequence to the start of the next. */
  readonly sequenceStride: number;
  /** How many elements are transformed, at least `sequenceLength`: the sequence stands in their middle. */
  readonly fftLength: number;
  /** What a sequence is multiplied by: a raised cosine, or `[sequenceLength]` numbers. @defaultValue 'hann' */
  readonly window?: 'hann' | 'hamming' | Tensor | readonly number[] | null;
  /** Whether sequences have their middle, not their start, at multiples of the stride. @defaultValue true */
  readonly center?: boolean;
}

/**
 * The window, with zeros around it, of `fftLength` elements; null where there is none.
 *
 * @throws ArgumentError when sequences are longer than what is transformed, or the window is unknown.
 * @throws ShapeError when the window has another length than the sequences.
 */
export function stftWindow(
  who: string,
  { sequenceLength, fftLength, window = 'hann' }: StftOptions,
): Tensor | null {
  if (fftLength < sequenceLength) {
    throw new ArgumentError({
      who,
      expected: `an fftLength of at least the sequenceLength, ${sequenceLength}`,
      got: String(fftLength),
    });
  }
  if (window === null) return null;
  const values = typeof window === 'string' ? raisedCosine(who, window, sequenceLength) : window;
  const whole = Array.isArray(values) ? tensor1d([...(values as readonly number[])]) : (values as Tensor);
  if (whole.rank !== 1 || whole.size !== sequenceLength) {
    throw new ShapeError({
      who,
      expected: `a window of ${sequenceLength} numbers`,
      got: formatShape(whole.shape),
    });
  }
  const before = Math.floor((fftLength - sequenceLength) / 2);
  return pad(whole, [[before, fftLength - sequenceLength - before]]);
}

/** Windows of an even length leave out the end of the period, as in TensorFlow. */
function raisedCosine(who: string, name: string, length: number): number[] {
  const middle = { hann: 0.5, hamming: 0.54 }[name];
  if (middle === undefined)
    throw new ArgumentError({ who, expected: 'hann or hamming as window', got: name });
  const period = length % 2 === 0 ? length : length - 1;
  return Array.from({ length }, (_, i) =>
    length === 1 ? 1 : middle - (1 - middle) * Math.cos((2 * Math.PI * i) / period),
  );
}
