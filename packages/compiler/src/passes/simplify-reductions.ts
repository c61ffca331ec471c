import { util } from '@tensorflow/tfjs-core';
import { reductionAxes } from '../op-classes.js';
import type { Rule, Rules } from '../rewriting/rewrite.js';

const reduce: Rule = ({ op, inputs, attrs, outputs: [output] }, site) => {
  const name = reductionAxes[op] as string;
  const x = inputs['x'] as number;
  const { shape, dtype } = site.value(x);
  const axes = util.parseAxisParam(attrs[name] as number | number[], [...shape]).toSorted((a, b) => a - b);
  if (output === undefined) return undefined;
  if (axes.every((axis) => shape[axis] === 1)) {
    const kept = site.reshape(x, output.shape);
    return dtype === output.dtype ? kept : site.emit('Cast', { x: kept }, { dtype: output.dtype });
  }
  const whole = shape.every((size, axis) => size === 1 || axes.includes(axis));
  const source = whole ? site.producedBy('Reshape', x)?.inputs['x'] : undefined;
  if (source !== undefined) {
    const all = site.value(source).shape.map((_, axis) => axis);
    return site.reshape(site.emit(op, { x: source }, { [name]: all, keepDims: false }), output.shape);
  }
  const keepDims = attrs['keepDims'] === true;
  const explicit = { [name]: axes, keepDims };
  const given = attrs[name];
  const known = Array.isArray(given) && given.join() === axes.join() && attrs['keepDims'] === keepDims;
  return known ? undefined : site.emit(op, { x }, explicit);
};

/** Keeps the reduced axes, or does not, as they are wanted afterwards. */
const reshape: Rule = ({ inputs, outputs: [output] }, site) => {
  const id = inputs['x'] as number;
  const reduction = site.producer(id);
  const name = reductionAxes[reduction?.op ?? ''];
  if (reduction === undefined || name === undefined || output === undefined || site.uses(id) > 1)
    return undefined;
  const keepDims = reduction.attrs['keepDims'] !== true;
  const x = reduction.inputs['x'] as number;
  const axes = util.parseAxisParam(reduction.attrs[name] as number | number[], [...site.value(x).shape]);
  const shape = site
    .value(x)
    .shape.flatMap((size, axis) => (!axes.includes(axis) ? [size] : keepDims ? [1] : []));
  return shape.join() === output.shape.join()
    ? site.emit(reduction.op, { x }, { ...reduction.attrs, keepDims })
    : undefined;
};

/**
 * Names the axes of every reduction, in ascending order, and leaves out reductions over axes of size 1 alone; what is
 * reduced as a whole is reduced as it was before it was reshaped. Reduced axes are kept where they are wanted.
 */
export const simplifyReductions: Rules = new Map([
  ...Object.keys(reductionAxes).map((op): [string, Rule] => [op, reduce]),
  ['Reshape', reshape],
]);
