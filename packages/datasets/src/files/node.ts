/** The modules of Node that reading and keeping files needs. */
export interface Node {
  readonly fs: typeof import('node:fs/promises');
  readonly path: typeof import('node:path');
  readonly os: typeof import('node:os');
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** Node's modules where they exist; reached so that no bundler for browsers stumbles over an import of them. */
export function node(): Node | undefined {
  const { process } = globalThis as Partial<Pick<typeof globalThis, 'process'>>;
  if (typeof process?.getBuiltinModule !== 'function') return undefined;
  return {
    fs: process.getBuiltinModule('node:fs/promises'),
    path: process.getBuiltinModule('node:path'),
    os: process.getBuiltinModule('node:os'),
    env: process.env,
    platform: process.platform,
  };
}
