import { StateError } from '@myelin/core';

/** A module of one function that returns a vector. */
const moduleWithSimd = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x0f, 0x0b],
);

let isKnown = false;

/** @throws StateError where WebAssembly has no SIMD. */
export function checkSimd(): void {
  isKnown ||= WebAssembly.validate(moduleWithSimd);
  if (isKnown) return;
  throw new StateError({
    who: 'wasm',
    expected: 'WebAssembly with SIMD',
    got: 'an engine without',
    hint: 'Every browser since 2023 and Node since 16.4 have it; use the cpu or webgl backend here.',
  });
}
