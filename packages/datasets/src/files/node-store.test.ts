import { describe, expect, it } from 'vitest';
import { cacheFolder } from './node-store.js';
import { type Node, node } from './node.js';

describe('cacheFolder', () => {
  it.each([
    ['linux', {}, '/home/me/.cache/myelin'],
    ['linux', { XDG_CACHE_HOME: '/cache' }, '/cache/myelin'],
    ['darwin', { XDG_CACHE_HOME: '/cache' }, '/home/me/Library/Caches/myelin'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/myelin/Cache'],
    ['win32', {}, '/home/me/AppData/Local/myelin/Cache'],
  ])('on %s with %o is %s', (platform, env, expected) => {
    const real = node();
    if (real === undefined) throw new Error('these tests run in Node');
    const os = { ...real.os, homedir: () => '/home/me' };
    const machine: Node = { ...real, os, path: real.path.posix, platform, env };
    expect(cacheFolder(machine)).toBe(expected);
  });
});
