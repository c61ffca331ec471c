/** A value, or arrays of them at any depth: what layers take and return. */
export type Tree<T> = T | readonly Tree<T>[];

/** The leaves from left to right. */
export function flatten<T>(tree: Tree<T>): T[] {
  return isBranch(tree) ? tree.flatMap((branch) => flatten(branch)) : [tree];
}

/** The same tree with every leaf replaced. */
export function mapTree<T, U>(tree: Tree<T>, replace: (leaf: T) => U): Tree<U> {
  return isBranch(tree) ? tree.map((branch) => mapTree(branch, replace)) : replace(tree);
}

function isBranch<T>(tree: Tree<T>): tree is readonly Tree<T>[] {
  return Array.isArray(tree);
}
