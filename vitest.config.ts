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

/**
 * Packages whose test files share their modules: loading TensorFlow.js for each takes as long as the tests. Those that need a
 * fresh one, such as before any backend is chosen, are called `*.alone.test.ts`.
 */
const sharing = [
  'activations',
  'compiler',
  'core',
  'course',
  'datasets',
  'formats',
  'hdf5',
  'initializers',
  'layers',
  'losses',
  'metrics',
  'models',
  'ops',
  'optimizers',
  'regularizers',
  'viz',
  'zoo',
];
/** The sources of packages in place of what is built of them. */
const ofSources = { resolve: { conditions }, ssr: { resolve: { conditions } } };
const inNode = {
  env,
  environment: 'node',
  execArgv,
  // Some sweep thousands of numbers; a machine that others use is several times slower.
  testTimeout: 60_000,
} as const;
const notInNode = ['**/*.browser.test.ts', '**/node_modules/**'];

const config: ViteUserConfig = defineConfig({
  test: {
    // All cores: by default one stays free, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        ...ofSources,
        test: {
          ...inNode,
          name: 'node, together',
          isolate: false,
          include: [`packages/{${sharing.join()}}/src/**/*.test.ts`],
          exclude: [...notInNode, '**/*.alone.test.ts'],
        },
      },
      {
        ...ofSources,
        test: {
          ...inNode,
          name: 'node',
          include: [
            `packages/!(${sharing.join('|')})/src/**/*.test.ts`,
            `packages/{${sharing.join()}}/src/**/*.alone.test.ts`,
            'packages/*/.examples/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'benchmarks/src/**/*.test.ts',
          ],
          exclude: notInNode,
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
