/** What every error of Myelin says: who found it, what was expected, what came, and what to do about it. */
export interface ErrorDetails {
  /** The layer (`dense_1 (Dense)`), function or file that found it. */
  readonly who: string;
  readonly expected: string;
  readonly got: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** Base of every error that Myelin throws; `who`, `expected`, `got` and `hint` are also fields. */
export class MyelinError extends Error {
  readonly who: string;
  readonly expected: string;
  readonly got: string;
  readonly hint: string | undefined;

  constructor(details: ErrorDetails) {
    const { who, expected, got, hint, cause } = details;
    super(
      `${who}: expected ${expected}, got ${got}.${hint === undefined ? '' : ` ${hint}`}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = new.target.name;
    this.who = who;
    this.expected = expected;
    this.got = got;
    this.hint = hint;
  }
}

/** What an error says, for another one that says more. */
export function detailsOf({ who, expected, got, hint }: MyelinError): ErrorDetails {
  return { who, expected, got, ...(hint === undefined ? {} : { hint }) };
}

/** A tensor, array or layer has the wrong shape. */
export class ShapeError extends MyelinError {}

/** A tensor or array has the wrong type of element. */
export class DTypeError extends MyelinError {}

/** An argument or option has a value that makes no sense. */
export class ArgumentError extends MyelinError {}

/** A string id or class name that nobody registered. */
export class UnknownIdError extends MyelinError {}

/** A file or a configuration cannot be read or written. */
export class FormatError extends MyelinError {}

/** A number became NaN or infinite where training cannot go on. */
export class NumericError extends MyelinError {}

/** A step does something that cannot be traced. */
export class TraceError extends MyelinError {}

/** Something was used before it was ready: a model without `compile`, a layer without weights. */
export class StateError extends MyelinError {}

/** There is not enough memory for what is to be done. */
export class MemoryError extends MyelinError {}
