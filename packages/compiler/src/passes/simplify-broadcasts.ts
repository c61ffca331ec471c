import { shapeSize } from '@myelin/core';
import type { Operation } from '../ir.js';
import { broadcastingOps, unaryOps } from '../op-classes.js';
import type { Rule, Rules, Site } from '../rewriting/rewrite.js';

const sourceOf = (site: Site, id: number): number | undefined =>
  site.producedBy('BroadcastTo', id)?.inputs['x'];
const shapeOf = ({ outputs }: Operation): readonly number[] => outputs[0]?.shape ?? [];

/** Takes operands as they were before they were broadcast, and broadcasts the result where it is still smaller. */
const broadcastLate: Rule = (operation, site) => {
  const { op, inputs, attrs } = operation;
  const narrow = Object.fromEntries(
    Object.entries(inputs).map(([key, id]) => [key, sourceOf(site, id) ?? id]),
  );
  if (Object.entries(narrow).every(([key, id]) => inputs[key] === id)) return undefined;
  return site.broadcast(site.emit(op, narrow, attrs), shapeOf(operation));
};

/** A condition of one axis chooses rows: with axes of size 1 around it, it is broadcast as others are. */
const select: Rule = (operation, site) => {
  const { condition, t, e } = operation.inputs as { condition: number; t: number; e: number };
  const rank = shapeOf(operation).length;
  const ones = new Array<number>(Math.max(rank - 1, 0)).fill(1);
  const { shape } = site.value(condition);
  if (shape.length === 1 && rank > 1)
    return site.emit('Select', { condition: site.reshape(condition, [...shape, ...ones]), t, e });
  const source = sourceOf(site, condition);
  const narrow = source === undefined ? [] : site.value(source).shape;
  if (source === undefined || narrow.length !== 1 || rank <= 1) return broadcastLate(operation, site);
  return site.emit('Select', { condition: site.reshape(source, [...ones, ...narrow]), t, e });
};

/** What is the same everywhere stays so wherever its elements go. */
const moveOfOne: Rule = (operation, site) => {
  const source = sourceOf(site, operation.inputs['x'] as number);
  if (source === undefined || shapeSize(site.value(source).shape) !== 1) return undefined;
  return site.broadcast(site.reshape(source, []), shapeOf(operation));
};

/** Axes of size 1 may come and go before the rest is repeated. */
const reshape: Rule = (operation, site) => {
  const x = operation.inputs['x'] as number;
  const source = sourceOf(site, x);
  if (source === undefined) return undefined;
  const wide = site.value(x).shape;
  const own = site.value(source).shape;
  const aligned = [...new Array<number>(wide.length - own.length).fill(1), ...own];
  const long = wide.flatMap((size, axis) => (size === 1 ? [] : [{ size, own: aligned[axis] ?? 1 }]));
  const target = shapeOf(operation);
  if (target.filter((size) => size !== 1).join() !== long.map(({ size }) => size).join())
    return moveOfOne(operation, site);
  let next = 0;
  const before = target.map((size) => (size === 1 ? 1 : (long[next++]?.own ?? 1)));
  return site.broadcast(site.reshape(source, before), target);
};

const filled =
  (number: (operation: Operation) => number): Rule =>
  (operation, site) => {
    const [output] = operation.outputs;
    if (output === undefined || output.dtype === 'string') return undefined;
    if (operation.op === 'Fill' && output.shape.length === 0 && !site.hasLeaves) return undefined;
    return site.broadcast(site.scalarOf(number(operation), output.dtype), output.shape);
  };

/** Broadcasts as late as possible, so that nothing is computed, kept or read more often than it has values. */
export const simplifyBroadcasts: Rules = new Map<string, Rule>([
  ...[...unaryOps, ...broadcastingOps].map((op): [string, Rule] => [op, broadcastLate]),
  ['Select', select],
  ['Reshape', reshape],
  ['Transpose', moveOfOne],
  ['Slice', moveOfOne],
  ['Reverse', moveOfOne],
  ['Fill', filled(({ attrs }) => Number(attrs['value']))],
  ['ZerosLike', filled(() => 0)],
  ['OnesLike', filled(() => 1)],
]);
