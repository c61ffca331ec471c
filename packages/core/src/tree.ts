/** A value, or arrays and dictionaries of them at any depth: what layers take and return. */
export type Tree<T> = T | readonly Tree<T>[] | { readonly [key: string]: Tree<T> };

/** The leaves from left to right; those of a dictionary sorted by their keys, as Keras does. */
export function flatten<T>(tree: Tree<T>): T[] {
  if (isList(tree)) return tree.flatMap((branch) => flatten(branch));
  if (isDictionary(tree)) return sortedKeys(tree).flatMap((key) => flatten(tree[key] as Tree<T>));
  return [tree];
}

/** The same tree with every leaf replaced, in the order of {@link flatten}; dictionaries keep the order of their keys. */
export function mapTree<T, U>(tree: Tree<T>, replace: (leaf: T) => U): Tree<U> {
  if (isList(tree)) return tree.map((branch) => mapTree(branch, replace));
  if (!isDictionary(tree)) return replace(tree);
  const mapped = new Map(sortedKeys(tree).map((key) => [key, mapTree(tree[key] as Tree<T>, replace)]));
  return Object.fromEntries(Object.keys(tree).map((key) => [key, mapped.get(key) as Tree<U>]));
}

/** Whether a value is a plain record, and no object of a class. */
export function isDictionary(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isList<T>(tree: Tree<T>): tree is readonly Tree<T>[] {
  return Array.isArray(tree);
}

function sortedKeys(dictionary: object): string[] {
  return Object.keys(dictionary).sort();
}
