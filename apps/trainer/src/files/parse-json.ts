import { FormatError } from '@myelin/core';

/** @throws FormatError that names the file, and the line where the parser says which. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? '' : `, line ${text.slice(0, Number(position)).split('\n').length}`;
    throw new FormatError({
      who: `${file}${line}`,
      expected: 'JSON',
      got: `a mistake: ${message}`,
      cause: error,
    });
  }
}
