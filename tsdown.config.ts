import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly '@myelin/source': string }>>;
}

/** The package that is built: its folder is the working directory, its `exports` name the entries. */
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

const common: UserConfig = {
  cwd: process.cwd(),
  entry: Object.values(manifest.exports).map((entry) => entry['@myelin/source']),
  format: 'esm',
  fixedExtension: false,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
};

/** Two builds for every package: ES modules and source maps, each made of the same sources. */
const config: UserConfig[] = defineConfig([
  // One file out for one file in, with declarations: bundlers leave out what is not used.
  {
    ...common,
    dts: true,
    unbundle: true,
    publint: true,
    attw: { profile: 'esm-only', level: 'error' },
  },
  // One file for each entry: Node takes a third of a millisecond for every file that it loads.
  {
    ...common,
    outDir: 'dist/node',
    dts: false,
    plugins: [
      {
        name: 'data of the other build',
        resolveId: (id) => (id.startsWith('../embedded/') ? { id, external: 'absolute' } : undefined),
      },
    ],
  },
]);

export default config;
