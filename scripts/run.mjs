/** `node scripts/run.mjs setup|start|test|course|interop|bench|sweep`: needs Node and npm, installs the rest once, runs the steps. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from './install-once.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...rest] = process.argv.slice(2);

process.chdir(root);
installOnce(root);
process.env.PATH = [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter);
process.env.TURBO_TELEMETRY_DISABLED = '1';
process.env.TURBO_NO_UPDATE_NOTIFIER = '1';

// Only now: what these import may have been installed a moment ago.
const { checks, commands } = await import('./steps.mjs');
const { runChecks, runInTurn } = await import('./run-steps.mjs');

if (name === 'test') {
  process.env.NO_COLOR = '1'; // the output of failed checks is shown later, and often in a file
  process.exitCode = await runChecks(checks);
} else if (Object.hasOwn(commands, name)) {
  process.exitCode = await runInTurn(commands[name], rest);
} else {
  console.error(`Expected one of: test, ${Object.keys(commands).join(', ')}; got: ${name ?? 'nothing'}.`);
  process.exitCode = 2;
}
