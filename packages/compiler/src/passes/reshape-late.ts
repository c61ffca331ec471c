import type { Operation } from '../ir.js';
import { broadcastingOps, unaryOps } from '../op-classes.js';
import type { Rule, Rules, Site } from '../rewriting/rewrite.js';

/** What a value was before it was reshaped. */
const sourceOf = (site: Site, id: number): number | undefined => site.producedBy('Reshape', id)?.inputs['x'];
const shapeOf = ({ outputs }: Operation): readonly number[] => outputs[0]?.shape ?? [];

/** Computes before reshaping, where what is reshaped had one shape and the other operands have no axes. */
const computeFirst: Rule = (operation, site) => {
  const { op, inputs, attrs } = operation;
  const before = Object.entries(inputs).map(([key, id]) => [key, sourceOf(site, id) ?? id] as const);
  const wide = Object.values(inputs).filter((id) => site.value(id).shape.length > 0);
  const sources = wide.map((id) => sourceOf(site, id));
  const shapes = new Set(sources.map((id) => (id === undefined ? 'none' : site.value(id).shape.join())));
  const whole = wide.every((id) => site.value(id).shape.join() === shapeOf(operation).join());
  if (sources.length === 0 || shapes.size > 1 || shapes.has('none') || !whole) return undefined;
  return site.reshape(site.emit(op, Object.fromEntries(before), attrs), shapeOf(operation));
};

/** Leaves out axes of size 1 in front, which broadcasting adds by itself. */
const broadcast: Rule = (operation, site) => {
  const { op, inputs, attrs } = operation;
  const rank = shapeOf(operation).length;
  const isNarrow = (id: number): boolean => {
    const source = sourceOf(site, id);
    if (source === undefined) return false;
    const { shape } = site.value(source);
    // A condition of one axis would choose rows.
    const chooses = op === 'Select' && id === inputs['condition'] && shape.length === 1;
    const added = site.value(id).shape.slice(0, -shape.length || undefined);
    const same = site.value(id).shape.slice(added.length).join() === shape.join();
    return !chooses && same && added.length > 0 && added.every((size) => size === 1);
  };
  const others = Object.values(inputs).filter((id) => !isNarrow(id));
  const keepsRank = others.some((id) => site.value(id).shape.length === rank);
  if (!keepsRank || others.length === Object.keys(inputs).length) return computeFirst(operation, site);
  const narrow = Object.entries(inputs).map(([key, id]) => [
    key,
    isNarrow(id) ? (sourceOf(site, id) ?? id) : id,
  ]);
  return site.emit(op, Object.fromEntries(narrow) as Record<string, number>, attrs);
};

/** Reshapes as late as possible, so that what is computed before and after may be fused. */
export const reshapeLate: Rules = new Map<string, Rule>([
  ...[...unaryOps].map((op): [string, Rule] => [op, computeFirst]),
  ...[...broadcastingOps].map((op): [string, Rule] => [op, broadcast]),
]);
