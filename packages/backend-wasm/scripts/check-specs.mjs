/**
 * Runs the specs of tfjs-core on a backend: `node scripts/check-specs.mjs [myelin-wasm | myelin-wasm-portable | wasm]`.
 * On the backends of this package it ends with 1 at any failure that is no known exception, at any exception that
 * nothing needs, and if fewer specs ran than there are.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCoreSpecs } from '../../../scripts/core-specs.mjs';
import { EXCEPTIONS } from './check-specs/exceptions.mjs';

/** What tfjs-core 4.22.0 has at least, so that an empty run is never taken for a clean one. */
const LEAST_SPECS = 4200;

const [backendName = 'myelin-wasm'] = process.argv.slice(2);
const stock = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
process.env.MYELIN_SPECS_BACKEND = backendName;
process.env.MYELIN_SPECS_WASM = join(dirname(stock), 'wasm-out/');

const entry = fileURLToPath(new URL('check-specs/specs.mjs', import.meta.url));
const { passed, failed } = await runCoreSpecs(entry);
const names = [...failed.keys()];
const isOurs = backendName !== 'wasm';
const unexpected = names.filter((name) => !EXCEPTIONS.some(([pattern]) => pattern.test(name)));
const needless = EXCEPTIONS.filter(([pattern]) => !names.some((name) => pattern.test(name)));

const problems = [
  ...unexpected.map((name) => `${name}: ${failed.get(name)}`),
  ...(isOurs ? needless.map(([pattern]) => `No failure needs the exception ${pattern}.`) : []),
];
if (passed.length + failed.size < LEAST_SPECS) {
  problems.push(`${passed.length + failed.size} specs ran, expected ${LEAST_SPECS}.`);
}
for (const problem of problems) console.error(problem);
console.log(
  `${backendName}: ${passed.length} specs passed, ${failed.size} failed, ${unexpected.length} of these unexpected`,
);
process.exitCode = isOurs && problems.length > 0 ? 1 : 0;
