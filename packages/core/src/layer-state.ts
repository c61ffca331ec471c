import { type ArrayLike, NdArray } from './nd-array.js';
import { ArgumentError, ShapeError } from './errors.js';
import { type AnyLayer, isLayer } from './layer.js';
import type { Live } from './layer-spec.js';
import type { Scope } from './scope.js';
import { formatShape } from './shape.js';
import { Variable } from './variable.js';

/** The layers in a state, by the key that holds them. */
export function findSublayers(state: unknown): Map<string, AnyLayer | readonly AnyLayer[]> {
  const found = new Map<string, AnyLayer | readonly AnyLayer[]>();
  if (typeof state !== 'object' || state === null) return found;
  for (const [key, value] of Object.entries(state)) {
    if (isLayer(value)) found.set(key, value);
    else if (Array.isArray(value) && value.length > 0 && value.every(isLayer)) found.set(key, value);
  }
  return found;
}

/** A state with the tensors that its variables have in a scope. */
export function live<S>(state: S, scope: Scope): Live<S> {
  if (Variable.isVariable(state)) return scope.read(state) as Live<S>;
  if (typeof state !== 'object' || state === null) return state as Live<S>;
  if (Array.isArray(state)) return state.map((entry: unknown) => live(entry, scope)) as Live<S>;
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [key, live<unknown>(value, scope)]),
  ) as Live<S>;
}

/** Checks every shape before the first weight changes. */
export function setAll(who: string, weights: readonly Variable[], values: readonly ArrayLike[]): void {
  if (weights.length !== values.length) {
    throw new ArgumentError({
      who,
      expected: `${weights.length} arrays of weights`,
      got: String(values.length),
    });
  }
  const arrays = values.map((value) => NdArray.from(value));
  weights.forEach((weight, i) => {
    const found = formatShape(arrays[i]?.shape ?? []);
    if (found !== formatShape(weight.shape)) {
      throw new ShapeError({
        who: `${who} ${weight.path}`,
        expected: `the shape ${formatShape(weight.shape)}`,
        got: found,
      });
    }
  });
  weights.forEach((weight, i) => {
    weight.assign(arrays[i] as NdArray);
  });
}
