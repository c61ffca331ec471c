import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly '@myelin/source': string }>>;
}

/** The package that is built: its folder is the working directory, its `exports` name the entries. */
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** One build for every package: ES modules, one file out for one file in, declarations and source maps. */
const config: UserConfig = defineConfig({
  cwd: process.cwd(),
  entry: Object.values(manifest.exports).map((entry) => entry['@myelin/source']),
  format: 'esm',
  fixedExtension: false,
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  unbundle: true,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
});

export default config;
