import type { Part, Store } from './store.js';

/** The browser's Cache Storage for whole files where there is one; what is under way stays in memory. */
export function browserStore(caches: CacheStorage | undefined): Store {
  const keyOf = (name: string): string => `https://myelin.invalid/${name}`;
  // Private windows and sandboxed frames refuse to keep anything: the data can be used all the same.
  const open = (): Promise<Cache | undefined> =>
    caches?.open('myelin-datasets').catch(() => undefined) ?? Promise.resolve(undefined);
  return {
    read: async (name) => {
      const hit = await (await open())?.match(keyOf(name));
      return hit === undefined ? undefined : new Uint8Array(await hit.arrayBuffer());
    },
    remove: async (name) => {
      await (await open())?.delete(keyOf(name));
    },
    openPart: (name) =>
      Promise.resolve(
        memoryPart(async (bytes) => {
          await (await open())?.put(keyOf(name), new Response(bytes)).catch(() => undefined);
        }),
      ),
  };
}

function memoryPart(keep: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Part {
  let bytes = new Uint8Array(0);
  let end = 0;
  const content = (): Uint8Array<ArrayBuffer> => bytes.slice(0, end);
  return {
    size: 0,
    write: (chunk, position) => {
      end = position + chunk.length;
      if (end > bytes.length) {
        const larger = new Uint8Array(Math.max(end, bytes.length * 2));
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(chunk, position);
      return Promise.resolve();
    },
    read: () => Promise.resolve(content()),
    close: () => Promise.resolve(),
    commit: () => keep(content()),
    discard: () => Promise.resolve(),
  };
}
