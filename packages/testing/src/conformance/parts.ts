import { beforeAll, describe, it } from 'vitest';
import { useBackend } from '@myelin/core';
import { type ConformanceBackend, reasonToSkip } from './backend.js';

/** Registers one test for each case, or says why a case is left out. */
export type Part = <T extends { readonly name: string }>(
  part: string,
  cases: readonly T[],
  check: (one: T) => Promise<void>,
) => void;

/** The tests of one unit on one backend. */
export function describeUnit(unit: string, backend: ConformanceBackend, define: (tests: Part) => void): void {
  describe(`${unit} on ${backend.runtime.name}`, () => {
    beforeAll(async () => {
      await useBackend(backend.runtime);
    });
    define((part, cases, check) => {
      it.for(cases.map((one) => [one.name, one] as const))(`${part}: %s`, async ([name, one], { skip }) => {
        const reason = reasonToSkip(backend, { unit, name, part });
        if (reason !== undefined) skip(reason);
        await check(one);
      });
    });
  });
}
