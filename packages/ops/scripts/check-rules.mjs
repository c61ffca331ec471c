/**
 * Compares the shape and type rule of every kernel with what the cpu backend of tfjs-core really returns, over every
 * kernel call that tfjs-core's own specs make. Ends with 1 at any difference, or if less was compared than is known to
 * be there.
 */
import { build } from 'esbuild';
import jasmine from 'jasmine-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NEVER_CALLED } from './check-rules/exceptions.mjs';

/** What the specs of tfjs-core 4.22.0 make at least, so that an empty run is never taken for a clean one. */
const AT_LEAST = { specs: 4200, calls: 30_000, kernels: 159 };

const require = createRequire(import.meta.url);

/** The specs import each other as bundlers resolve it, which Node does not. */
async function bundleSpecs(outfile) {
  await build({
    entryPoints: [fileURLToPath(new URL('check-rules/specs.mjs', import.meta.url))],
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

async function runSpecs() {
  const env = jasmine.boot().getEnv();
  const folder = await mkdtemp(join(tmpdir(), 'myelin-rules-'));
  try {
    const outfile = join(folder, 'specs.cjs');
    await bundleSpecs(outfile);
    const record = require(outfile);
    const specs = { passed: 0, failures: [] };
    env.configure({ random: false });
    env.addReporter({
      specDone({ status, fullName, failedExpectations }) {
        if (status === 'passed') specs.passed += 1;
        if (status === 'failed') specs.failures.push(`${fullName}: ${failedExpectations[0]?.message}`);
      },
    });
    await env.execute();
    return { ...record, specs };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const { specs, compared, rejected, valueDependent, mismatches, ruledKernels } = await runSpecs();
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
const calls = total(compared);
const neverCalled = ruledKernels.filter((kernel) => !compared.has(kernel) && !valueDependent.has(kernel));

const problems = [
  ...specs.failures.map((failure) => `Spec failed: ${failure}`),
  ...[...mismatches].map(([mismatch, count]) => `${mismatch} (${count} times)`),
  ...neverCalled
    .filter((kernel) => !(kernel in NEVER_CALLED))
    .map((kernel) => `${kernel} has a rule that was never compared`),
  ...Object.keys(NEVER_CALLED)
    .filter((kernel) => !neverCalled.includes(kernel))
    .map((kernel) => `${kernel} is called by the specs: it is no exception`),
];
if (specs.passed < AT_LEAST.specs) problems.push(`${specs.passed} specs passed, expected ${AT_LEAST.specs}`);
if (calls < AT_LEAST.calls) problems.push(`${calls} calls compared, expected ${AT_LEAST.calls}`);
if (compared.size < AT_LEAST.kernels)
  problems.push(`${compared.size} kernels compared, expected ${AT_LEAST.kernels}`);

for (const problem of problems) console.error(problem);
console.log(
  `${specs.passed} specs, ${calls} calls of ${compared.size} kernels compared, ` +
    `${total(rejected)} rejected calls, ${valueDependent.size} kernels with shapes that depend on values, ` +
    `${neverCalled.length} never called, ` +
    `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
