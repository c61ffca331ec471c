import { ArgumentError, NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import { decodeGreedily } from './decode-greedily.js';

/** Additions as models of sequences take them. */
export interface EncodedAdditions {
  /** `source [n, 2 · digits + 1]` and `given [n, digits + 1]`. */
  readonly x: readonly [source: NdArray, given: NdArray];
  /** `[n, digits + 1]`. */
  readonly y: NdArray;
}

const plus = 10;
const start = 10;

/**
 * Additions as numbers of symbols: the digits, and 10 for the `+` and for the start of an answer.
 *
 * Two habits make it a task of a fixed form that can be solved from place to place. Operands and answers are filled up with
 * zeros, and answers are written backwards, ones first, as one adds on paper: then the carry is known where it is needed.
 *
 * @example
 * ```ts
 * const { x: [source, given], y } = encodeAdditions([{ question: '123+45', answer: '168' }]);
 * source.toArray(); // [[1, 2, 3, 10, 0, 4, 5]]
 * y.toArray(); // [[8, 6, 1, 0]]
 * given.toArray(); // [[10, 8, 6, 1]]
 * ```
 * @throws ArgumentError for a question that is not two numbers of at most `digits` digits with a `+` between them.
 */
export function encodeAdditions(
  additions: readonly { readonly question: string; readonly answer: string }[],
  { digits = 3 }: { readonly digits?: number } = {},
): EncodedAdditions {
  const length = digits + 1;
  const answers = additions.map(({ answer }) => Array.from(answer.padStart(length, '0'), Number).reverse());
  return {
    x: [
      encodeQuestions(
        additions.map(({ question }) => question),
        digits,
      ),
      rows(
        answers.map((answer) => [start, ...answer.slice(0, -1)]),
        length,
      ),
    ],
    y: rows(answers, length),
  };
}

/**
 * What a model answers to additions.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * const { model } = await pretrained('addition-transformer');
 * await answerAdditions(model, ['123+45', '999+1']); // ['168', '1000']
 * ```
 * @throws ArgumentError for a question that is not two numbers of at most `digits` digits with a `+` between them.
 */
export async function answerAdditions(
  model: Model,
  questions: readonly string[],
  { digits = 3 }: { readonly digits?: number } = {},
): Promise<string[]> {
  const said = await decodeGreedily(model, encodeQuestions(questions, digits));
  return (said.toArray() as number[][]).map((symbols) => String(Number([...symbols].reverse().join(''))));
}

function encodeQuestions(questions: readonly string[], digits: number): NdArray {
  const form = new RegExp(`^(\\d{1,${digits}})\\+(\\d{1,${digits}})$`);
  const encoded = questions.map((question) => {
    const [, first, second] = form.exec(question) ?? [];
    if (first === undefined || second === undefined) {
      throw new ArgumentError({
        who: 'additions',
        expected: `two numbers of at most ${digits} digits, such as 123+45`,
        got: JSON.stringify(question),
      });
    }
    const operand = (text: string): number[] => Array.from(text.padStart(digits, '0'), Number);
    return [...operand(first), plus, ...operand(second)];
  });
  return rows(encoded, 2 * digits + 1);
}

function rows(values: readonly (readonly number[])[], length: number): NdArray {
  return new NdArray(Int32Array.from(values.flat()), [values.length, length]);
}
