import type { Program } from '../ir.js';
import { type Rule, type Rules, rewrite } from '../rewriting/rewrite.js';
import { reshapeLate } from './reshape-late.js';
import { simplifyArithmetic } from './simplify-arithmetic.js';
import { simplifyBroadcasts } from './simplify-broadcasts.js';
import { simplifyMoves } from './simplify-moves.js';
import { simplifyReductions } from './simplify-reductions.js';

/** Several sets of rules as one: of those for an op, the first that knows a value counts. */
function combine(...sets: readonly Rules[]): Rules {
  const combined = new Map<string, Rule>();
  for (const [op, rule] of sets.flatMap((rules) => [...rules])) {
    const earlier = combined.get(op);
    combined.set(op, (operation, site) => earlier?.(operation, site) ?? rule(operation, site));
  }
  return combined;
}

const rules = combine(simplifyMoves, reshapeLate, simplifyReductions, simplifyBroadcasts, simplifyArithmetic);

/** Says the same with fewer and smaller operations: all simplifications in one walk over the program. */
export function simplify(program: Program): Program {
  return rewrite(program, rules);
}
