import { ArgumentError } from '@myelin/core';

/** An equation with the names of the axes of every operand and of the result; those of an ellipsis are numbers. */
export interface Subscripts {
  readonly operands: readonly (readonly string[])[];
  readonly result: readonly string[];
}

/**
 * Reads an equation such as `ab,bc->ac` or `...ab,bc`; without an arrow the axes that occur once are the result, in
 * alphabetical order, after those of the ellipsis.
 *
 * @throws ArgumentError when the equation makes no sense, or does not fit the ranks.
 */
export function parseSubscripts(equation: string, ranks: readonly number[]): Subscripts {
  const fail = (expected: string, got: string): never => {
    throw new ArgumentError({ who: `einsum('${equation}')`, expected, got });
  };
  const [left = '', right, ...more] = equation.replaceAll(/\s/g, '').split('->');
  const terms = left.split(',');
  if (more.length > 0 || ![...terms, right ?? ''].every((term) => /^[a-z]*(\.{3})?[a-z]*$/i.test(term))) {
    fail(
      'letters for the axes of each operand, commas between them, and perhaps `->` and those of the result',
      equation,
    );
  }
  if (terms.length !== ranks.length) fail(`${terms.length} operands`, String(ranks.length));
  let open = 0;
  const operands = terms.map((term, i) => {
    const rest = (ranks[i] ?? 0) - term.replace('...', '').length;
    if (rest < 0 || (rest > 0 && !term.includes('...'))) {
      fail(`operand ${i} to have ${term.replace('...', '').length} axes`, String(ranks[i]));
    }
    open = Math.max(open, rest);
    return lettersOf(term, rest);
  });
  const all = operands.flat();
  const named = [...new Set(all)].filter((letter) => letter >= 'A');
  const once = named.filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter)).sort();
  const result = right === undefined ? [...lettersOf('...', open), ...once] : lettersOf(right, open);
  const stray = result.find((letter, i) => !all.includes(letter) || result.indexOf(letter) !== i);
  if (stray !== undefined) fail('axes of the operands in the result, each once', stray);
  return { operands, result };
}

/** The axes of an ellipsis are counted from the last one, so that operands with fewer of them broadcast. */
function lettersOf(term: string, open: number): string[] {
  const [before = '', after] = term.split('...');
  if (after === undefined) return Array.from(before);
  const numbers = Array.from({ length: open }, (_, i) => String(open - 1 - i));
  return [...Array.from(before), ...numbers, ...Array.from(after)];
}
