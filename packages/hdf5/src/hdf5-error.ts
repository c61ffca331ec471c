/** What an `Hdf5Error` says. */
export interface Hdf5ErrorDetails {
  /** The path of the object and the byte of the file: `/dense/kernel, byte 2048`. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
  readonly cause?: unknown;
}

/** A file that cannot be read, or a description that cannot be written; says where, what was expected and what came. */
export class Hdf5Error extends Error {
  readonly place: string;
  readonly expected: string;
  readonly got: string;

  constructor(details: Hdf5ErrorDetails) {
    const { place, expected, got, cause } = details;
    super(`HDF5 ${place}: expected ${expected}, got ${got}.`, cause === undefined ? undefined : { cause });
    this.name = 'Hdf5Error';
    this.place = place;
    this.expected = expected;
    this.got = got;
  }
}

/** Runs `action`, and puts the path of the object before the place of an error that knows only its byte. */
export function within<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Hdf5Error) || error.place.startsWith('/')) throw error;
    const { expected, got, cause } = error;
    throw new Hdf5Error({ place: `${path}, ${error.place}`, expected, got, cause });
  }
}
