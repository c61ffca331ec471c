/** Runs tfjs-core's own specs, which its npm package contains. */
import { build } from 'esbuild';
import jasmine from 'jasmine-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The specs import each other as bundlers resolve it, which Node does not. */
async function bundleSpecs(entry, outfile) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['@myelin/source'],
    // tfjs-core imports this file without depending on jasmine-core, which does not export it.
    alias: {
      'jasmine-core/lib/jasmine-core/jasmine.js': join(
        dirname(require.resolve('jasmine-core')),
        'jasmine-core/jasmine.js',
      ),
    },
    // tfjs-core does not count its specs among the files that have side effects.
    ignoreAnnotations: true,
    logLevel: 'error',
  });
}

/**
 * Runs the specs that the module `entry` declares. Returns what it exports, and by name which specs passed and, with
 * the first message of each, which failed.
 */
export async function runCoreSpecs(entry) {
  const env = jasmine.boot().getEnv();
  const folder = await mkdtemp(join(tmpdir(), 'myelin-specs-'));
  try {
    const outfile = join(folder, 'specs.cjs');
    await bundleSpecs(entry, outfile);
    const exported = require(outfile);
    await exported.ready;
    const passed = [];
    const failed = new Map();
    env.configure({ random: false });
    env.addReporter({
      specDone({ status, fullName, failedExpectations }) {
        if (status === 'passed') passed.push(fullName);
        if (status === 'failed') failed.set(fullName, failedExpectations[0]?.message);
      },
    });
    await env.execute();
    return { exported, passed, failed };
  } finally {
    await rm(folder, { recursive: true });
  }
}
