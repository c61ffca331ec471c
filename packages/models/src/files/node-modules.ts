import { ArgumentError } from '@myelin/core';

interface Modules {
  readonly 'node:fs': typeof import('node:fs');
  readonly 'node:fs/promises': typeof import('node:fs/promises');
}

interface MaybeNode {
  readonly process?: { getBuiltinModule?(name: string): unknown };
}

/** Whether files can be read and written by path. */
export function hasFiles(): boolean {
  return (globalThis as MaybeNode).process?.getBuiltinModule !== undefined;
}

/**
 * A module of Node, asked for at run time: an `import` would keep bundlers for browsers from building.
 *
 * @throws ArgumentError outside Node, saying what to do there.
 */
export function nodeModule<Name extends keyof Modules>(name: Name, who: string): Modules[Name] {
  const found = (globalThis as MaybeNode).process?.getBuiltinModule?.(name);
  if (found !== undefined) return found as Modules[Name];
  throw new ArgumentError({
    who,
    expected: 'a place with files, such as Node',
    got: 'none',
    hint: 'In a browser use `toBytes()` and offer the bytes for download, and load from a URL, a Blob or bytes.',
  });
}
