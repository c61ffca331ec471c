import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the specs of tfjs-core pass, but for known exceptions', { timeout: 120_000 }, () => {
  const script = fileURLToPath(new URL('../../scripts/check-specs.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  // The stock backend: 3892 passed, 330 failed.
  expect(stdout).toMatch(/myelin-wasm: 40\d\d specs passed, 18\d failed, 0 of these unexpected/);
});
