import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('every rule agrees with the cpu backend over the specs of tfjs-core', { timeout: 60_000 }, () => {
  const script = fileURLToPath(new URL('../../scripts/check-rules.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/4227 specs, 30\d\d\d calls of 159 kernels compared, .* 0 problems/);
});
