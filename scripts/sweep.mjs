/**
 * `npm run sweep`: every case of the conformance suite on every backend, of which `npm test` takes some.
 *
 * Writes what it counted to packages/conformance/SWEEP.md. Takes about an hour on two cores.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const counted = 'node_modules/.cache/vitest-sweep.json';
const rows = [];
let failed = 0;

for (const project of ['node', 'browser']) {
  rmSync(counted, { force: true });
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${counted}`];
  const { status } = spawnSync('vitest', ['run', '--project', project, 'packages/conformance', ...report], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, MYELIN_SWEEP: 'whole' },
  });
  const { testResults } = JSON.parse(readFileSync(counted, 'utf8'));
  const before = failed;
  for (const { name, assertionResults, status: state, startTime, endTime } of testResults) {
    const count = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
    const broken = count('failed') + (state === 'failed' && count('failed') === 0 ? 1 : 0);
    failed += broken;
    const seconds = Math.round((endTime - startTime) / 1000);
    rows.push([path.basename(name), count('passed'), broken, seconds]);
  }
  if (status !== 0 && failed === before) failed++;
}

rows.sort(([a], [b]) => (a < b ? -1 : 1));
const passed = rows.reduce((sum, [, count]) => sum + count, 0);
const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
writeFileSync(
  'packages/conformance/SWEEP.md',
  `Made by \`npm run sweep\`: every case on every backend.

${passed} passed, ${failed} failed.

| file | passed | failed | seconds |
| --- | --- | --- | --- |
${table}
`,
);
spawnSync('prettier', ['--write', '--log-level=warn', 'packages/conformance/SWEEP.md'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
