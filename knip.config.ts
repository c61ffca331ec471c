import type { KnipConfig } from 'knip';

/** The programs in components and in pages: what is between `<script>` and its end. */
function scriptsOf(text: string): string {
  return Array.from(text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs), ([, code]) => code).join('\n');
}

const config: KnipConfig = {
  compilers: { vue: scriptsOf, md: scriptsOf },
  workspaces: {
    '.': {
      entry: ['scripts/*.{mjs,ts}', 'tools/**/*.mjs'],
      project: ['scripts/**', 'tools/**/*.mjs', '*.{mjs,ts}'],
    },
    'packages/*': {
      entry: ['src/**/*.{test,test-d,cases}.ts', 'scripts/*.{mjs,ts}'],
      project: ['src/**/*.ts', 'scripts/**/*.{mjs,ts}'],
      ignoreDependencies: ['@tensorflow/tfjs-core', '@myelin/core'],
    },
    'packages/conformance': {
      entry: ['src/**/*.test.ts'],
      project: ['src/**/*.ts'],
      // Backends that only tests in a browser load.
      ignoreDependencies: [
        '@tensorflow/tfjs-core',
        '@myelin/core',
        '@myelin/backend-webgl',
        '@tensorflow/tfjs-backend-wasm',
      ],
    },
    'apps/*': {
      entry: ['src/**/*.{test,test-d}.ts'],
      project: ['src/**/*.ts'],
    },
    'apps/docs': {
      entry: ['*.md', 'learn/*.md', 'src/**/*.{test,test-d}.ts', 'scripts/*.mjs'],
      project: ['src/**/*.{ts,vue}', '.vitepress/**/*.{ts,vue}', 'scripts/**/*.mjs', '**/*.md'],
      // Named in scripts/reference.mjs, as typedoc wants it.
      ignoreDependencies: ['typedoc-plugin-markdown'],
    },
    benchmarks: {
      entry: ['bench.mjs', 'texts.mjs', 'src/{main,peers/*,page/*}.ts', 'src/**/*.test.ts', 'kernels/*.mjs'],
      project: ['src/**/*.ts', '*.mjs', 'kernels/*.mjs'],
    },
  },
  ignoreDependencies: ['pnpm', '@arethetypeswrong/cli', '@arethetypeswrong/core', 'publint'],
  ignore: ['scripts/find-browser.d.mts', 'scripts/packed/**'],
};

export default config;
