import type { Runtime } from '@myelin/core';
import type { Tolerance } from '../expect-close.js';

/** A case that a backend treats differently, and why. */
export interface Exception {
  /** Keras' name of the unit: a class, or the id of an activation. */
  readonly unit: string;
  /** The name of the case; without it all cases. */
  readonly name?: string;
  /** The part of the suite, such as `differences`; without it all parts. */
  readonly part?: string;
  /** The end of the path of a weight, such as `key/bias`, if only its gradient differs. */
  readonly gradientOf?: string;
  /** What may differ instead, where that is more; without `rtol` and `atol` the part is left out. */
  readonly rtol?: number;
  readonly atol?: number;
  readonly reason: string;
}

/** What the suites run on: a runtime, and what its arithmetic allows. */
export interface ConformanceBackend {
  readonly runtime: Runtime;
  /** What may differ from Keras, as a part of the largest value, and on top of that. */
  readonly tolerance: Required<Pick<Tolerance, 'rtol' | 'atol'>>;
  readonly exceptions: readonly Exception[];
  /** What the runtime is compared with where there is nothing of Keras: the compiled step. */
  readonly compiled?: Runtime;
}

/** Where an exception may apply. */
export interface Place {
  readonly unit: string;
  readonly name: string;
  readonly part: string;
  /** The path of a weight, for its gradient. */
  readonly gradientOf?: string | undefined;
}

function exceptionFor(
  { exceptions }: ConformanceBackend,
  { unit, name, part, gradientOf = '' }: Place,
): Exception | undefined {
  return exceptions.find(
    (one) =>
      one.unit === unit &&
      (one.name ?? name) === name &&
      (one.part ?? part) === part &&
      (one.gradientOf === undefined || gradientOf.endsWith(one.gradientOf)),
  );
}

/** Why a part is left out for a case, if it is. */
export function reasonToSkip(backend: ConformanceBackend, place: Place): string | undefined {
  const found = exceptionFor(backend, place);
  return found?.rtol === undefined && found?.atol === undefined ? found?.reason : undefined;
}

/** What may differ in a part of a case. */
export function toleranceFor(
  backend: ConformanceBackend,
  place: Place,
): Required<Pick<Tolerance, 'rtol' | 'atol'>> {
  const { rtol = 0, atol = 0 } = exceptionFor(backend, place) ?? {};
  const { tolerance } = backend;
  return { rtol: Math.max(rtol, tolerance.rtol), atol: Math.max(atol, tolerance.atol) };
}
