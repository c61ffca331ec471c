import { shapeSize } from '@myelin/core';
import type { Program } from '../ir.js';
import { fusedReductions, reductionAxes } from '../op-classes.js';
import { type Rule, type Rules, rewrite } from '../rewriting/rewrite.js';

/** Elements below which one thread is done soon enough. */
const worthSharing = 16384;
/** Results from which on threads have enough of them to share. */
const manyResults = 256;
/** Parts below which threads could not share them evenly. */
const fewestParts = 4;

const split: Rule = ({ op, inputs, attrs, outputs: [output] }, site) => {
  const name = reductionAxes[op] as string;
  const x = inputs['x'] as number;
  const { shape } = site.value(x);
  const [first, ...rest] = [attrs[name] as number | readonly number[]].flat();
  const parts = shape[0] ?? 1;
  if (output === undefined || first !== 0 || rest.length === 0 || parts < fewestParts) return undefined;
  if (shapeSize(shape) < worthSharing || shapeSize(output.shape) >= manyResults) return undefined;
  const ofParts = site.emit(op, { x }, { [name]: rest, keepDims: false });
  const whole = site.emit(op, { x: ofParts }, { [name]: [0], keepDims: false });
  return site.value(whole).shape.join() === output.shape.join() ? whole : site.reshape(whole, output.shape);
};

const rules: Rules = new Map([...fusedReductions].map((op): [string, Rule] => [op, split]));

/**
 * Reduces the first axis, which is mostly that of the batch, after the others where there are fewer results than threads
 * could share: they share the examples instead. The order in which numbers are added depends on shapes alone.
 */
export function splitReductions(program: Program): Program {
  return rewrite(program, rules);
}
