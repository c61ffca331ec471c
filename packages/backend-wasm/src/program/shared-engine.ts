import type { Numerics } from '../native/load-native.js';
import { Engine } from './engine.js';

const engines = new Map<string, Promise<Engine>>();

/** The engine for such programs; there is one of each kind, whose memory all models share. */
export function sharedEngine(numerics: Numerics, threads: number | undefined): Promise<Engine> {
  const key = `${numerics} ${threads ?? 'auto'}`;
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = Engine.create(numerics, threads);
    engines.set(key, engine);
  }
  return engine;
}
