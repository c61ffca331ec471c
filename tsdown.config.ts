import { defineConfig, type UserConfig } from 'tsdown';

/** One build for every package: ES modules, one file out for one file in, declarations and source maps. */
const config: UserConfig = defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  unbundle: true,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only' },
});

export default config;
