import type { Operation, Program } from '../ir.js';
import { type Rule, type Rules, type Site, rewrite } from '../rewriting/rewrite.js';

/** `x`, if the value is `x - max(x)` along the last axis. */
function shifted(site: Site, id: number | undefined): number | undefined {
  const sub = site.producedBy('Sub', id);
  const x = sub?.inputs['a'];
  const max = site.producedBy('Max', sub?.inputs['b']);
  return x !== undefined && max?.inputs['x'] === x && isAlongLast(site, max, 'reductionIndices', x)
    ? x
    : undefined;
}

/** The operand of the op, if the value is the op of it. */
function argumentOf(site: Site, op: string, id: number | undefined): number | undefined {
  return site.producedBy(op, id)?.inputs['x'];
}

/** Whether the value is the sum, along the last axis, of the exponentials of another. */
function isSumOfExp(site: Site, id: number | undefined, of: number): boolean {
  const sum = site.producedBy('Sum', id);
  const exp = sum?.inputs['x'];
  return sum !== undefined && argumentOf(site, 'Exp', exp) === of && isAlongLast(site, sum, 'axis', of);
}

function isAlongLast(site: Site, { attrs }: Operation, name: string, x: number): boolean {
  const axes = attrs[name];
  const last = site.value(x).shape.length - 1;
  return attrs['keepDims'] === true && Array.isArray(axes) && axes.join() === String(last);
}

const logSoftmax: Rule = ({ inputs: { a, b } }, site) => {
  const x = shifted(site, a);
  if (x === undefined || !isSumOfExp(site, argumentOf(site, 'Log', b), a as number)) return undefined;
  return site.emit('LogSoftmax', { logits: x }, { axis: site.value(x).shape.length - 1 });
};

const softmax: Rule = ({ inputs: { a, b } }, site) => {
  const of = argumentOf(site, 'Exp', a);
  const x = shifted(site, of);
  if (x === undefined || !isSumOfExp(site, b, of as number)) return undefined;
  return site.emit('Softmax', { logits: x }, { dim: site.value(x).shape.length - 1 });
};

/** The exponential of the logarithm of softmax, as in the gradient of the cross-entropy. */
const withoutLogarithm: Rule = ({ inputs }, site) => {
  const inner = site.producedBy('LogSoftmax', inputs['x']);
  if (inner === undefined) return undefined;
  return site.emit('Softmax', { logits: inner.inputs['logits'] as number }, { dim: inner.attrs['axis'] });
};

const rules: Rules = new Map<string, Rule>([
  ['Sub', logSoftmax],
  ['RealDiv', softmax],
  ['Exp', withoutLogarithm],
]);

/** Finds softmax and its logarithm along the last axis where they are written out. */
export function recognizeSoftmax(program: Program): Program {
  return rewrite(program, rules);
}
