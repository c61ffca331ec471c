import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as myelin from 'myelin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type MakeFunction = new (...code: string[]) => (...values: unknown[]) => Promise<unknown>;

/** The programs of a page's sections, one after another, as a function that returns the named values. */
async function programOf(page: string, sections: RegExp, returned: string): Promise<() => Promise<unknown>> {
  const text = await readFile(new URL(`../${page}`, import.meta.url), 'utf8');
  const blocks = text
    .split(/^(?=## )/m)
    .filter((section) => sections.test(section))
    .flatMap((section) => Array.from(section.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = '']) => code));
  const code = blocks.join('').replaceAll(/^import (\{.*?\}) from 'myelin';$/gm, 'const $1 = myelin;');
  const { constructor: AsyncFunction } = Object.getPrototypeOf(programOf) as { constructor: MakeFunction };
  const run = new AsyncFunction('myelin', 'console', `${code}\nreturn { ${returned} };`);
  return () => run(myelin, { log: () => undefined });
}

const home = process.cwd();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'myelin-pages-'));
  process.chdir(folder);
});

afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

interface Regression {
  readonly history: { readonly loss: readonly number[] };
  readonly strengths: myelin.NdArray;
  readonly same: myelin.NdArray;
}

describe('the programs of the pages', () => {
  it('trains and saves as the home page says', async () => {
    const run = await programOf('index.md', /^---/, 'model');
    const { model } = (await run()) as { model: myelin.Model };
    expect(model.countParams()).toBe(32 + 450 + 2550 + 51);
    expect((await stat('concrete.keras')).size).toBeGreaterThan(10_000);
  }, 60_000);

  it('trains, loads and goes on as the first steps say', async () => {
    const run = await programOf('start.md', /^## (A regression|Save and load)/, 'history, strengths, same');
    const { history, strengths, same } = (await run()) as Regression;
    expect(history.loss).toHaveLength(50);
    expect(history.loss.at(-1)).toBeLessThan((history.loss[0] ?? 0) / 5);
    expect(strengths.shape).toEqual([309, 1]);
    expect(same.toArray()).toEqual(strengths.toArray());
  }, 60_000);
});
