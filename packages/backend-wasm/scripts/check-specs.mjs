import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCoreSpecs } from '../../ops/scripts/core-specs.mjs';

const [backendName = 'myelin-wasm'] = process.argv.slice(2);
const stock = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
process.env.MYELIN_SPECS_BACKEND = backendName;
process.env.MYELIN_SPECS_WASM = join(dirname(stock), 'wasm-out/');

const entry = fileURLToPath(new URL('check-specs/specs.mjs', import.meta.url));
const { passed, failed } = await runCoreSpecs(entry);
for (const [name, message] of failed) console.log(`${name}: ${message}`);
console.log(`${passed.length} passed, ${failed.size} failed`);
