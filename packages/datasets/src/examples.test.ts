import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import * as datasets from './index.js';

const source = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !/\.test\.ts$|^embedded/.test(file),
);
const examples = [
  ...blocks('README.md', readFileSync(`${source}/../README.md`, 'utf8')),
  ...files.flatMap((file) =>
    blocks(file, readFileSync(`${source}/${file}`, 'utf8').replace(/^ *\* ?/gm, '')),
  ),
];

function blocks(file: string, text: string): { name: string; code: string }[] {
  return Array.from(text.matchAll(/^```ts\n(.*?)^```/gms), ([, code = ''], i) => ({
    name: `${file}, ${i + 1}`,
    code,
  }));
}

/** What examples may name without importing it. */
const scope = { NdArray, ...datasets };

type Check = (value: unknown, expected: unknown) => void;

/** The example as a function of what it imports and of `check`, which gets every `value; // expected`. */
function compile(code: string): (modules: object, check: Check) => Promise<void> {
  const body = code
    .replace(/^import .*$/gm, '')
    .replace(/^(?!const |for |\s)(.+); *\/\/ (.+)$/gm, 'check($1, ($2));');
  const names = Object.keys(scope).join(', ');
  return vm.runInThisContext(`(async ({ ${names} }, check) => {${body}})`) as ReturnType<typeof compile>;
}

describe('examples', () => {
  it('are there for the README and most of what is exported', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(examples)('$name', async ({ code }) => {
    let checks = 0;
    await compile(code)(scope, (value, expected) => {
      checks++;
      expect(NdArray.isNdArray(value) ? value.toArray() : value).toEqual(expected);
    });
    expect(checks).toBeGreaterThan(0);
  });
});
