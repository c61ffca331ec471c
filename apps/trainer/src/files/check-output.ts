import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError } from '@myelin/core';
import { UsageError } from '../usage-error.js';

/** Finds out before long work that its result cannot be saved. */
export async function checkOutput(file: string, endings: readonly string[]): Promise<void> {
  if (!endings.includes(path.extname(file))) {
    throw new UsageError(`--out: expected a name that ends in ${endings.join(' or ')}, got "${file}".`);
  }
  const folder = path.dirname(path.resolve(file));
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  throw new ArgumentError({ who: `--out ${file}`, expected: `a folder ${folder}`, got: 'none' });
}
