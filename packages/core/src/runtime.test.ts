import { beforeEach, describe, expect, it } from 'vitest';
import { ambient } from './ambient.js';
import { StateError } from './errors.js';
import { type Runtime, currentRuntime, ensureRuntime, offerRuntime, useBackend } from './runtime.js';

function runtimeNamed(name: string, log: string[] = []): Runtime {
  return {
    name,
    ready: () => {
      log.push(`${name} is ready`);
      return Promise.resolve();
    },
    prepare: () => Promise.resolve({ refused: 'it runs nothing' }),
  };
}

beforeEach(() => {
  Object.assign(ambient(), { runtime: undefined, offeredRuntime: undefined });
});

describe('ensureRuntime', () => {
  it('says what to do where there is none', async () => {
    await expect(ensureRuntime()).rejects.toThrow(StateError);
    await expect(ensureRuntime()).rejects.toThrow('useBackend');
  });

  it('loads what was offered, at first use only, and keeps it', async () => {
    const log: string[] = [];
    offerRuntime(() => {
      log.push('loaded');
      return Promise.resolve(runtimeNamed('offered', log));
    });
    offerRuntime(() => Promise.reject(new Error('a second offer')));
    expect(log).toEqual([]);
    const runtime = await ensureRuntime();
    expect(runtime.name).toBe('offered');
    expect(await ensureRuntime()).toBe(runtime);
    expect(log).toEqual(['loaded', 'offered is ready', 'offered is ready']);
  });

  it('prefers what was chosen, even while the offered one is loading', async () => {
    let finish: (runtime: Runtime) => void = () => undefined;
    offerRuntime(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const ensured = ensureRuntime();
    await useBackend(runtimeNamed('chosen'));
    finish(runtimeNamed('offered'));
    expect((await ensured).name).toBe('chosen');
    expect(currentRuntime().name).toBe('chosen');
  });
});
