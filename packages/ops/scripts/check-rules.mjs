/**
 * Compares the shape and type rule of every kernel with what the cpu backend of tfjs-core really returns, over every
 * kernel call that tfjs-core's own specs make. Ends with 1 at any difference, or if less was compared than is known to
 * be there.
 */
import { fileURLToPath } from 'node:url';
import { NEVER_CALLED } from './check-rules/exceptions.mjs';
import { runCoreSpecs } from '../../../scripts/core-specs.mjs';

/** What the specs of tfjs-core 4.22.0 make at least, so that an empty run is never taken for a clean one. */
const AT_LEAST = { specs: 4200, calls: 30_000, kernels: 159 };

const entry = fileURLToPath(new URL('check-rules/specs.mjs', import.meta.url));
const { exported, passed, failed } = await runCoreSpecs(entry);
const { compared, rejected, valueDependent, mismatches, ruledKernels } = exported;
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
const calls = total(compared);
const neverCalled = ruledKernels.filter((kernel) => !compared.has(kernel) && !valueDependent.has(kernel));

const problems = [
  ...[...failed].map(([name, message]) => `Spec failed: ${name}: ${message}`),
  ...[...mismatches].map(([mismatch, count]) => `${mismatch} (${count} times)`),
  ...neverCalled
    .filter((kernel) => !(kernel in NEVER_CALLED))
    .map((kernel) => `${kernel} has a rule that was never compared`),
  ...Object.keys(NEVER_CALLED)
    .filter((kernel) => !neverCalled.includes(kernel))
    .map((kernel) => `${kernel} is called by the specs: it is no exception`),
];
if (passed.length < AT_LEAST.specs)
  problems.push(`${passed.length} specs passed, expected ${AT_LEAST.specs}`);
if (calls < AT_LEAST.calls) problems.push(`${calls} calls compared, expected ${AT_LEAST.calls}`);
if (compared.size < AT_LEAST.kernels)
  problems.push(`${compared.size} kernels compared, expected ${AT_LEAST.kernels}`);

for (const problem of problems) console.error(problem);
console.log(
  `${passed.length} specs, ${calls} calls of ${compared.size} kernels compared, ` +
    `${total(rejected)} rejected calls, ${valueDependent.size} kernels with shapes that depend on values, ` +
    `${neverCalled.length} never called, ` +
    `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
