import { defineConfig, type ViteUserConfig } from 'vitest/config';

const conditions = ['@myelin/source', 'module', 'node'];
/** Relaxed SIMD is behind a flag on Node 20; later versions have it on and refuse the flag. */
const execArgv = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node',
          environment: 'node',
          execArgv,
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
    ],
  },
});

export default config;
