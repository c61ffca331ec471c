import { bytesOf } from '../memory/elements.js';
import { type Lowering, type Work, alone } from './lowering.js';

/** Bytes that go from one address to another. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly byteLength: number;
}

/**
 * Moves values as if at once: one may go where another one comes from, which is set aside before.
 *
 * @param allocate - memory to set values aside.
 */
export function moveValues(moves: readonly Move[], allocate: (byteLength: number) => number): Work[] {
  const real = moves.filter(({ from, to }) => from !== to);
  if (real.length === 0) return [];
  const targets = new Set(real.map(({ to }) => to));
  const aside = real.map(({ from, byteLength }) => (targets.has(from) ? allocate(byteLength) : undefined));
  return [
    alone((code) => {
      real.forEach(({ from, byteLength }, i) => {
        const held = aside[i];
        if (held !== undefined) code.copy(held, from, byteLength);
      });
      real.forEach(({ from, to, byteLength }, i) => {
        code.copy(to, aside[i] ?? from, byteLength);
      });
    }),
  ];
}

/** Copies values to addresses as if at once. */
export function bringTo(addresses: readonly number[], ids: readonly number[], lowering: Lowering): Work[] {
  const moves = addresses.map((to, i): Move => {
    const id = ids[i] as number;
    return { from: lowering.address(id), to, byteLength: bytesOf(lowering.valueOf(id)) };
  });
  return moveValues(moves, (byteLength) => lowering.shared(byteLength));
}
