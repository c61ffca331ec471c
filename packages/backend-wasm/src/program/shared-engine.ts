import type { Numerics } from '../native/load-native.js';
import { Engine } from './engine.js';

const engines = new Map<string, Promise<Engine>>();
const besides = new Map<string, Engine>();

/**
 * The engine for such programs; there is one of each kind, whose memory all models share.
 *
 * @param backendName - of the backend of tfjs-core that runs what is not compiled.
 */
export async function sharedEngine(
  backendName: string,
  numerics: Numerics,
  threads: number | undefined,
  wide: boolean,
): Promise<Engine> {
  const key = `${numerics} ${threads ?? 'auto'} ${wide ? 'wide' : 'plain'}`;
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = Engine.create({ numerics, threads, wide });
    engines.set(key, engine);
  }
  const made = await engine;
  besides.delete(backendName);
  besides.set(backendName, made);
  return made;
}

/** The backend of tfjs-core beside which an engine was last used, if there is one. */
export function latestBackend(): string | undefined {
  return [...besides.keys()].at(-1);
}

/** The engine that was last used beside a backend of tfjs-core. */
export function engineBeside(backendName: string): Engine | undefined {
  return besides.get(backendName);
}
