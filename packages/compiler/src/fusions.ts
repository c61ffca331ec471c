import { fusedKind } from './fused-kind.js';
import type { Operation, Program } from './ir.js';

/** How many operations do the work of several. */
export interface Fusions {
  /** Elementwise operations over one shape. */
  readonly loops: number;
  /** Reductions with what stands before and after them, and passes over rows. */
  readonly reductions: number;
  /** The operations within those loops and reductions. */
  readonly inside: number;
  /** Products and convolutions that add a bias or apply an activation. */
  readonly epilogues: number;
  /** Products whose elements a loop takes further at once. */
  readonly products: number;
  /** Convolutions that pool their results at once. */
  readonly pooled: number;
}

/** Counts the operations of an optimized program that do the work of several. */
export function fusionsOf({ operations }: Program): Fusions {
  const count = (holds: (operation: Operation) => boolean): number => operations.filter(holds).length;
  const fused = operations.filter(({ op }) => op === 'Fused');
  return {
    loops: count((operation) => fusedKind(operation) === 'loop'),
    reductions: count((operation) => ['reduction', 'rows'].includes(fusedKind(operation) ?? '')),
    inside: fused.reduce((sum, { body }) => sum + (body?.operations.length ?? 0), 0),
    epilogues: count(({ op }) => op === '_FusedMatMul' || op === 'FusedConv2D'),
    products: count((operation) => fusedKind(operation) === 'product'),
    pooled: count(({ op }) => op === 'PoolingConv2D'),
  };
}
