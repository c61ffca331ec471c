import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * What each package may weigh: all of it, minified and gzipped, without what it imports from other packages.
 * About a tenth above what was measured; raise a budget together with the reason for it.
 */
const budgets = {
  activations: '2.2 kB',
  'backend-wasm': '112 kB',
  'backend-webgl': '2.8 kB',
  compiler: '32 kB',
  core: '14.2 kB',
  // Seventeen lessons, with their calculations by hand.
  course: '20.5 kB',
  // Photos are decoded by jpeg-js and fast-png, which only those load who read images.
  datasets: '51 kB',
  formats: '10.6 kB',
  hdf5: '11.5 kB',
  initializers: '3.1 kB',
  layers: '56 kB',
  losses: '4 kB',
  metrics: '8 kB',
  models: '26 kB',
  'models/by-value': '24.2 kB',
  // A line for every model of the zoo.
  myelin: '1.8 kB',
  ops: '76 kB',
  optimizers: '10.5 kB',
  regularizers: '1.5 kB',
  viz: '39.5 kB',
  // The models of the course, and what writes, fills in and decodes with them.
  zoo: '13.4 kB',
};

const publicPackages = readdirSync('packages').filter((name) => {
  const manifest = `packages/${name}/package.json`;
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).private !== true;
});

// Data sets are loaded on demand and weigh what they weigh.
const external = ['@myelin/*', '@tensorflow/*', 'node:*', '../embedded/*'];

/** Second entries of packages, which hold less than all of them. */
const entries = ['models/by-value'];

export default [...publicPackages, ...entries].map((name) => {
  if (!Object.hasOwn(budgets, name)) throw new Error(`Give ${name} a budget in .size-limit.mjs.`);
  const [folder, entry = '.'] = name.split('/');
  return {
    name,
    path: `packages/${folder}/dist/${entry}/index.js`,
    limit: budgets[name],
    gzip: true,
    modifyEsbuildConfig: (config) => ({ ...config, external: [...(config.external ?? []), ...external] }),
  };
});
