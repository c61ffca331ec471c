import { ArgumentError, type Tree, UnknownIdError, isDictionary, nearest } from '@myelin/core';
import type { Ports } from './ports.js';

/** What is handed out to ports, for errors. */
export interface Handed {
  readonly who: string;
  /** The argument, as errors name it: `` `y` ``. */
  readonly what: string;
  /** Whether keys that no port has are passed over. @defaultValue false */
  readonly more?: boolean;
}

/**
 * Hands what the user gave to the ports of a model: a list by place, a dictionary by key or by the names of layers.
 * What a dictionary leaves out is undefined. A model with one port also takes the bare value.
 *
 * @throws ArgumentError when the number differs; UnknownIdError for a name that no port has.
 */
export function distribute<T>(given: unknown, ports: Ports, handed: Handed): (T | undefined)[] {
  const found = new Array<T | undefined>(ports.labels.length).fill(undefined);
  const visit = (tree: Tree<number>, value: unknown): void => {
    if (typeof tree === 'number') {
      found[tree] = value as T;
    } else if (isDictionary(value)) {
      const children = childrenByName(tree, ports);
      checkNames(Object.keys(value), children, ports, handed);
      for (const [name, child] of children) visit(child, value[name]);
    } else if (value !== undefined) {
      const children = childrenInOrder(tree);
      if (!Array.isArray(value) || value.length !== children.length) {
        throw wrongNumber(value, children.length, ports, handed);
      }
      children.forEach((child, i) => {
        visit(child, value[i]);
      });
    }
  };
  if (ports.labels.length === 1) visit(0, only(given, ports, handed));
  else visit(ports.tree, given);
  return found;
}

/** Whether a value is a list of arrays or tensors, rather than an array written as nested lists. */
export function isListOfParts(value: unknown): value is readonly object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
  );
}

/** What is meant for the single port of a model. */
function only(given: unknown, ports: Ports, handed: Handed): unknown {
  if (isDictionary(given)) {
    const label = ports.labels[0] ?? '';
    const layer = ports.layers[0] ?? '';
    const names = new Map<string, Tree<number>>([
      [label, 0],
      [layer, 0],
    ]);
    checkNames(Object.keys(given), names, ports, handed);
    return label in given ? given[label] : given[layer];
  }
  if (!isListOfParts(given)) return given;
  if (given.length === 1) return given[0];
  throw wrongNumber(given, 1, ports, handed);
}

function childrenByName(tree: Exclude<Tree<number>, number>, { layers }: Ports): Map<string, Tree<number>> {
  if (isDictionary(tree)) return new Map<string, Tree<number>>(Object.entries(tree));
  return new Map(
    tree.map((child, i) => [typeof child === 'number' ? (layers[child] ?? '') : String(i), child]),
  );
}

function childrenInOrder(tree: Exclude<Tree<number>, number>): Tree<number>[] {
  if (!isDictionary(tree)) return [...tree];
  return Object.keys(tree)
    .sort()
    .map((key) => tree[key] as Tree<number>);
}

function checkNames(
  given: readonly string[],
  known: ReadonlyMap<string, unknown>,
  { kind }: Ports,
  { who, what, more = false }: Handed,
): void {
  const stranger = given.find((name) => !known.has(name));
  if (stranger === undefined || more) return;
  const near = nearest(stranger, known.keys());
  throw new UnknownIdError({
    who,
    expected: `names of the ${kind}s ${[...known.keys()].join(', ')} in ${what}`,
    got: JSON.stringify(stranger),
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  });
}

function wrongNumber(
  value: unknown,
  count: number,
  { kind, labels }: Ports,
  { who, what }: Handed,
): ArgumentError {
  const each =
    count === 1 ? `for the ${kind} ${labels[0] ?? ''}` : `one for each of the ${kind}s ${labels.join(', ')}`;
  return new ArgumentError({
    who,
    expected: `${what} to have ${count} ${count === 1 ? 'entry' : 'entries'}, ${each}`,
    got: Array.isArray(value) ? String(value.length) : 'a single one',
    hint: 'Give a list, or a dictionary by name.',
  });
}
