import type { Program } from './ir.js';
import { flushTinyState } from './passes/flush-tiny-state.js';
import { foldConstants } from './passes/fold-constants.js';
import { fuseAfterProducts } from './passes/fuse-after-products.js';
import { fuseElementwise } from './passes/fuse-elementwise.js';
import { fuseIntoProducts } from './passes/fuse-into-products.js';
import { numberValues } from './passes/number-values.js';
import type { Pass } from './passes/pass.js';
import { permuteInProducts } from './passes/permute-in-products.js';
import { poolConvolutions } from './passes/pool-convolutions.js';
import { recognizeSoftmax } from './passes/recognize-softmax.js';
import { removeDeadCode } from './passes/remove-dead-code.js';
import { repeatCheapOperations } from './passes/repeat-cheap-operations.js';
import { shareCommonSubexpressions } from './passes/share-common-subexpressions.js';
import { shrinkConstants } from './passes/shrink-constants.js';
import { simplify } from './passes/simplify.js';
import { slopesFromRelu } from './passes/slopes-from-relu.js';
import { splitReductions } from './passes/split-reductions.js';
import { transposeInProducts } from './passes/transpose-in-products.js';
import { validateProgram } from './validate.js';

/** Passes in their order; those of a list within it are repeated until none of them changes anything. */
export type Passes = readonly (Pass | readonly Pass[])[];

/** The passes that make traced steps fast. */
export const standardPasses: Passes = [
  [shrinkConstants, simplify, shareCommonSubexpressions, foldConstants, removeDeadCode],
  recognizeSoftmax,
  shareCommonSubexpressions,
  slopesFromRelu,
  transposeInProducts,
  permuteInProducts,
  // The shapes of products, and of what reads them.
  simplify,
  removeDeadCode,
  fuseIntoProducts,
  removeDeadCode,
  poolConvolutions,
  splitReductions,
  flushTinyState,
  repeatCheapOperations,
  fuseElementwise,
  fuseAfterProducts,
  // Copies that came to lie in one region.
  shareCommonSubexpressions,
  numberValues,
];

/** Chains of simplifications are short; this only ends what would never end. */
const mostRounds = 100;

export interface OptimizeOptions {
  /** Whether each pass is checked to leave a sound program. @defaultValue false */
  readonly validate?: boolean;
}

/**
 * A program that computes the same with less work.
 *
 * @throws TraceError naming the pass that broke the program, if `validate` is true.
 */
export function optimize(
  program: Program,
  passes: Passes = standardPasses,
  { validate = false }: OptimizeOptions = {},
): Program {
  const run = (before: Program, pass: Pass): Program => {
    const after = pass(before);
    if (validate && after !== before) validateProgram({ ...after, name: `${after.name} after ${pass.name}` });
    return after;
  };
  const repeat = (before: Program, several: readonly Pass[]): Program => {
    let [last, now] = [before, several.reduce(run, before)];
    for (let round = 1; round < mostRounds && now !== last; round++)
      [last, now] = [now, several.reduce(run, now)];
    return now;
  };
  return passes.reduce<Program>(
    (before, pass) => (typeof pass === 'function' ? run(before, pass) : repeat(before, pass)),
    program,
  );
}
