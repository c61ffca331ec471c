import { UsageError } from '../usage-error.js';

/** The value of an option that was given, as a whole number. @throws UsageError */
export function wholeNumber(option: string, value: unknown, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(
    `--${option}: expected a whole number of ${least} or more, got ${JSON.stringify(value)}.`,
  );
}
