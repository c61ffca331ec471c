import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import v8 from 'node:v8';
import { joinVectors } from './wide-vectors.js';

const { arch, versions } = process;
const setFlags = vi.spyOn(v8, 'setFlagsFromString');

beforeEach(() => {
  setFlags.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  Object.defineProperties(process, { arch: { value: arch }, versions: { value: versions } });
});

function pretend(machine: string, version: string): void {
  Object.defineProperties(process, {
    arch: { value: machine },
    versions: { value: { ...versions, v8: version } },
  });
}

test.each([
  ['x64', '11.3.244.8-node.38', false],
  ['x64', '12.4.254.21-node.33', false],
  ['x64', '12.8.374.22-node.12', true],
  ['x64', '13.6.233.17-node.48', true],
  ['arm64', '13.6.233.17-node.48', false],
])('on %s with V8 %s: %s', (machine, version, expected) => {
  pretend(machine, version);
  expect(joinVectors()).toBe(expected);
  expect(setFlags).toHaveBeenCalledTimes(expected ? 1 : 0);
});

test('is off where flags cannot be set', () => {
  pretend('x64', '13.6.233.17');
  setFlags.mockImplementation(() => {
    throw new Error('is not implemented');
  });
  expect(joinVectors()).toBe(false);
});
