import type { Operation } from '../ir.js';
import type { Rule, Rules, Site } from '../rewriting/rewrite.js';

interface Sides {
  readonly a: number;
  readonly b: number;
}

const sides = ({ inputs }: Operation): Sides => inputs as unknown as Sides;

/** The side, if it alone already has the shape and type of the result. */
function alone(operation: Operation, id: number, site: Site): number | undefined {
  const { shape, dtype } = site.value(id);
  const [output] = operation.outputs;
  const fits = output?.dtype === dtype && output.shape.join() === shape.join();
  return fits ? id : undefined;
}

const isFloat = ({ outputs }: Operation): boolean => outputs[0]?.dtype === 'float32';

/** The negative of the side, if it is a product with -1. */
function negated(operation: Operation, id: number, site: Site): number | undefined {
  const kept = isFloat(operation) ? alone(operation, id, site) : undefined;
  return kept === undefined ? undefined : site.emit('Neg', { x: kept });
}

const argument = (operation: Operation | undefined): number | undefined => operation?.inputs['x'];

const multiply: Rule = (operation, site) => {
  const { a, b } = sides(operation);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (site.scalar(one) === 1) return alone(operation, other, site);
    if (site.scalar(one) === -1) return negated(operation, other, site);
  }
  return undefined;
};

const add: Rule = (operation, site) => {
  const { a, b } = sides(operation);
  // -0 + 0 is 0: only -0 adds nothing to every float.
  const nothing = isFloat(operation) ? -0 : 0;
  if (Object.is(site.scalar(b), nothing)) return alone(operation, a, site);
  if (Object.is(site.scalar(a), nothing)) return alone(operation, b, site);
  const [negA, negB] = [a, b].map((id) => argument(site.producedBy('Neg', id)));
  if (negB !== undefined) return site.emit('Sub', { a, b: negB });
  return negA === undefined ? undefined : site.emit('Sub', { a: b, b: negA });
};

const subtract: Rule = (operation, site) => {
  const { a, b } = sides(operation);
  if (Object.is(site.scalar(b), 0)) return alone(operation, a, site);
  const negB = argument(site.producedBy('Neg', b));
  return negB === undefined ? undefined : site.emit('Add', { a, b: negB });
};

const divide: Rule = (operation, site) => {
  const { a, b } = sides(operation);
  const by = site.scalar(b);
  if (by === 1) return alone(operation, a, site);
  if (by === -1) return negated(operation, a, site);
  if (by === undefined || !isFloat(operation) || site.value(b).dtype !== 'float32') return undefined;
  // Both round the same real number where the reciprocal is exact.
  return isPowerOfTwo(by) ? site.emit('Multiply', { a, b: site.scalarOf(1 / by, 'float32') }) : undefined;
};

/** Powers of two whose reciprocals are normal floats. */
function isPowerOfTwo(x: number): boolean {
  const exponent = Math.log2(Math.abs(x));
  return Number.isInteger(exponent) && Math.abs(exponent) <= 126;
}

const power: Rule = (operation, site) => {
  const { a, b } = sides(operation);
  return site.scalar(b) === 1 ? alone(operation, a, site) : undefined;
};

/** The argument of the same op within. */
const twice =
  (op: string): Rule =>
  (operation, site) =>
    argument(site.producedBy(op, argument(operation)));

const select: Rule = (operation, site) => {
  const { condition, t, e } = operation.inputs as { condition: number; t: number; e: number };
  const holds = site.scalar(condition);
  if (holds !== undefined) return alone(operation, holds === 0 ? e : t, site);
  return t === e ? alone(operation, t, site) : undefined;
};

const addN: Rule = ({ inputs }, site) => Object.values(inputs).reduce((a, b) => site.emit('Add', { a, b }));

/** Leaves out arithmetic that changes no bit of any number, NaN and -0 included: `x · 1`, `-(-x)`, `a + (-b)`. */
export const simplifyArithmetic: Rules = new Map<string, Rule>([
  ['Multiply', multiply],
  ['Add', add],
  ['Sub', subtract],
  ['RealDiv', divide],
  ['Pow', power],
  ['Neg', twice('Neg')],
  ['LogicalNot', twice('LogicalNot')],
  ['Select', select],
  ['AddN', addN],
]);
