import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** A program bundled for browsers in one file, as a page without a bundler's splitting would load it. */
async function bundle(program: string): Promise<string> {
  const result: BuildResult<{ write: false }> = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@myelin/source'],
    external: ['@tensorflow/tfjs-core'],
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

describe('a bundle for browsers', () => {
  it('carries only the data that it uses, and neither CSV reader nor downloader', async () => {
    const page = await bundle(`import { concrete } from './index.js'; console.log(await concrete());`);
    expect(page.length).toBeGreaterThan(11_000);
    expect(page.length).toBeLessThan(20_000);
  });

  it('can hold everything', async () => {
    const page = await bundle(`export * from './index.js';`);
    expect(page).toContain('getBuiltinModule');
    expect(page.length).toBeGreaterThan(2_000_000);
  });
});
