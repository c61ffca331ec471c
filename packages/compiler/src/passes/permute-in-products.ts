import { shapeSize } from '@myelin/core';
import type { Operation, Program } from '../ir.js';
import { type Rule, type Rules, type Site, rewrite } from '../rewriting/rewrite.js';

/** More axes than those of two batches could be in orders that no kernel steps through. */
const mostAxes = 4;

/** A factor as it lies in memory, and the order in which a product takes its axes. */
interface Factor {
  readonly value: number;
  readonly perm: readonly number[];
  readonly transposed: boolean;
  /** The sizes of all axes but those of the matrices, in that order. */
  readonly batch: readonly number[];
}

const identity = (rank: number): number[] => Array.from({ length: rank }, (_, axis) => axis);
const isIdentity = (perm: readonly number[]): boolean => perm.every((axis, i) => axis === i);
const swapLast = (perm: readonly number[]): number[] => [...perm.slice(0, -2), ...perm.slice(-2).reverse()];
const endsAlike = (a: readonly number[], b: readonly number[]): boolean =>
  a.slice(-2).join() === b.slice(-2).join();

/** What lies behind every `Reshape` that leaves matrices as they are; the values on the way to it, too. */
function behindReshapes(site: Site, id: number): number[] {
  const source = site.producedBy('Reshape', id)?.inputs['x'];
  const goesOn = source !== undefined && endsAlike(site.value(source).shape, site.value(id).shape);
  return goesOn ? [...behindReshapes(site, source), id] : [id];
}

/** The factor before it was transposed, if rows or columns of its matrices then lie side by side. */
function factorOf(site: Site, id: number, transposed: boolean): Factor | undefined {
  const [source = id] = behindReshapes(site, id);
  const transpose = site.producedBy('Transpose', source);
  if (transpose === undefined) return undefined;
  const perm = transpose.attrs['perm'] as readonly number[];
  const last = perm.length - 1;
  if (perm.length > mostAxes || !perm.slice(-2).includes(last)) return undefined;
  const flips = perm.at(-1) !== last;
  return {
    value: transpose.inputs['x'] as number,
    perm: flips ? swapLast(perm) : perm,
    transposed: transposed !== flips,
    batch: site.value(source).shape.slice(0, -2),
  };
}

/** A factor that lies in the order in which it is taken. */
function inOrder(site: Site, id: number, transposed: boolean, batch: readonly number[]): Factor | undefined {
  const { shape } = site.value(id);
  if (shapeSize(shape.slice(0, -2)) !== shapeSize(batch)) return undefined;
  const whole = [...batch, ...shape.slice(-2)];
  return { value: site.reshape(id, whole), perm: identity(whole.length), transposed, batch };
}

const readPermuted: Rule = ({ inputs, attrs, outputs: [output] }, site) => {
  const { a, b } = inputs as { a: number; b: number };
  const [transposeA, transposeB] = [attrs['transposeA'] === true, attrs['transposeB'] === true];
  const [givenA, givenB] = [factorOf(site, a, transposeA), factorOf(site, b, transposeB)];
  const batch = (givenA ?? givenB)?.batch;
  if (batch === undefined || output === undefined) return undefined;
  const fits = ({ batch: own }: Factor): boolean => own.join() === batch.join();
  const left = givenA !== undefined && fits(givenA) ? givenA : inOrder(site, a, transposeA, batch);
  const right = givenB !== undefined && fits(givenB) ? givenB : inOrder(site, b, transposeB, batch);
  if (left === undefined || right === undefined) return undefined;
  const product = site.emit(
    'PermutedMatMul',
    { a: left.value, b: right.value },
    {
      transposeA: left.transposed,
      transposeB: right.transposed,
      permA: left.perm,
      permB: right.perm,
      permResult: identity(left.perm.length),
    },
  );
  return site.reshape(product, output.shape);
};

/** A product in the shape that it is transposed in, if only that reads it. */
function soleProduct(site: Site, id: number): Operation | undefined {
  const values = behindReshapes(site, id);
  const [source] = values;
  if (values.some((value) => site.uses(value) > 1)) return undefined;
  return site.producedBy('BatchMatMul', source) ?? site.producedBy('PermutedMatMul', source);
}

const writePermuted: Rule = ({ inputs, attrs, outputs: [output] }, site) => {
  const x = inputs['x'] as number;
  const product = soleProduct(site, x);
  const perm = attrs['perm'] as readonly number[];
  const { shape } = site.value(x);
  const last = perm.length - 1;
  const least = Math.max(last - 1, 0);
  if (product === undefined || output === undefined || perm.length > mostAxes) return undefined;
  if ((perm.at(-1) ?? 0) < least || !isIdentity((product.attrs['permResult'] as number[] | undefined) ?? []))
    return undefined;
  const batch = shape.slice(0, -2);
  const known = (name: 'A' | 'B'): Factor | undefined => {
    const id = product.inputs[name.toLowerCase()] as number;
    const transposed = product.attrs[`transpose${name}`] === true;
    const given = product.attrs[`perm${name}`] as readonly number[] | undefined;
    if (given === undefined) return inOrder(site, id, transposed, batch);
    return given.length === shape.length ? { value: id, perm: given, transposed, batch } : undefined;
  };
  const [a, b] = [known('A'), known('B')];
  if (a === undefined || b === undefined) return undefined;
  // Where columns come first, the product of the transposed factors in the other order is what is wanted.
  const flips = perm.at(-1) !== last;
  const [left, right] = flips ? [b, a] : [a, b];
  return site.emit(
    'PermutedMatMul',
    { a: left.value, b: right.value },
    {
      transposeA: left.transposed !== flips,
      transposeB: right.transposed !== flips,
      permA: left.perm,
      permB: right.perm,
      permResult: flips ? perm.map((axis) => (axis < last - 1 ? axis : 2 * last - 1 - axis)) : perm,
    },
  );
};

const rules: Rules = new Map<string, Rule>([
  ['BatchMatMul', readPermuted],
  ['Transpose', writePermuted],
]);

/** Lets products read and write matrices where they lie, such as heads of attention side by side, instead of moving them. */
export function permuteInProducts(program: Program): Program {
  return rewrite(program, rules);
}
