import type { Operation, Program } from '../ir.js';
import { type Rule, type Rules, type Site, rewrite } from '../rewriting/rewrite.js';

/** What is transposed, if the operation swaps the last two axes and leaves the others. */
function transposed(operation: Operation | undefined): number | undefined {
  const perm = operation?.attrs['perm'] as number[] | undefined;
  const last = (perm?.length ?? 0) - 1;
  const swaps =
    perm?.every((axis, i) => axis === (i === last ? last - 1 : i === last - 1 ? last : i)) === true;
  return swaps ? operation?.inputs['x'] : undefined;
}

const product: Rule = ({ op, inputs, attrs }, site) => {
  const sources = { a: inputOf(site, inputs['a']), b: inputOf(site, inputs['b']) };
  if (sources.a === undefined && sources.b === undefined) return undefined;
  const given = Object.fromEntries(Object.entries(sources).filter(([, id]) => id !== undefined)) as Operands;
  const flipped = {
    transposeA: (attrs['transposeA'] === true) !== (sources.a !== undefined),
    transposeB: (attrs['transposeB'] === true) !== (sources.b !== undefined),
  };
  return site.emit(op, { ...inputs, ...given }, { ...attrs, ...flipped });
};

type Operands = Readonly<Record<string, number>>;

function inputOf(site: Site, id: number | undefined): number | undefined {
  return transposed(site.producedBy('Transpose', id));
}

/** The transposed product is that of the transposed factors in the other order. */
const ofProduct: Rule = (operation, site) => {
  const x = transposed(operation);
  const source = site.producedBy('BatchMatMul', x);
  if (x === undefined || source === undefined || site.uses(x) > 1) return undefined;
  const { a, b } = source.inputs as { a: number; b: number };
  const { transposeA, transposeB } = source.attrs;
  return site.emit(
    'BatchMatMul',
    { a: b, b: a },
    { transposeA: transposeB !== true, transposeB: transposeA !== true },
  );
};

const rules: Rules = new Map<string, Rule>([
  ['BatchMatMul', product],
  ['_FusedMatMul', product],
  ['Transpose', ofProduct],
]);

/** Lets products read their factors transposed, instead of transposing them before. */
export function transposeInProducts(program: Program): Program {
  return rewrite(program, rules);
}
