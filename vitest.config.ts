import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { browserArgs, locateBrowser } from './scripts/find-browser.mjs';

const conditions = ['@myelin/source', 'module', 'node'];
/** Relaxed SIMD is behind a flag on Node 20; later versions have it on and refuse the flag. */
const execArgv = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

/** `whole` lets tests of the conformance suite take all cases on every backend: see scripts/sweep.mjs. */
const env = { MYELIN_SWEEP: process.env['MYELIN_SWEEP'] ?? '' };
/** All differences of a wide layer take minutes where WebGL is drawn by software. */
const browserTimeout = env.MYELIN_SWEEP === 'whole' ? 600_000 : 60_000;

const config: ViteUserConfig = defineConfig({
  test: {
    // All cores: by default one stays free, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node',
          env,
          environment: 'node',
          execArgv,
          // Some sweep thousands of numbers; a machine that others use is several times slower.
          testTimeout: 60_000,
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/.examples/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'benchmarks/src/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        resolve: { conditions: ['@myelin/source', ...defaultClientConditions] },
        server: {
          // Shared memory, and so several threads, exist only in pages that are isolated from others.
          headers: {
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
          },
        },
        test: {
          name: 'browser',
          env,
          testTimeout: browserTimeout,
          include: ['packages/*/src/**/*.browser.test.ts', 'apps/*/src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { args: [...browserArgs], ...locateBrowser() } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

export default config;
