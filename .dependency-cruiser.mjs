/** Which package may import which: only one of a lower rank, so packages of one rank never import each other. */
const ranks = [
  ['core', 'hdf5'],
  ['ops', 'datasets'],
  ['compiler', 'activations', 'initializers', 'regularizers', 'losses', 'testing'],
  ['backend-wasm', 'backend-webgl', 'layers', 'metrics', 'optimizers'],
  ['formats'],
  ['models'],
  ['zoo', 'viz'],
  ['myelin', 'course'],
  ['conformance'],
];

/** Those that touch tensors themselves; the others go through `ops`. */
const mayUseTfjs = ['core', 'ops', 'compiler', 'backend-wasm', 'backend-webgl', 'testing', 'conformance'];

const tests = '\\.(test|test-d|cases)\\.ts$';
const source = (names) => `^packages/(${names.join('|')})/src/`;

/** Tests may use `testing` at its own rank and above, too. */
function rankRules(name, rank) {
  const forbidden = ranks
    .slice(rank)
    .flat()
    .filter((other) => other !== name);
  const forTests = forbidden.filter(
    (other) => other !== 'testing' || rank < ranks.findIndex((names) => names.includes('testing')),
  );
  const comment = `${name} has rank ${rank} in .dependency-cruiser.mjs and may import ranks below it.`;
  return [
    {
      name: `${name}-imports-lower-ranks-only`,
      comment,
      severity: 'error',
      from: { path: source([name]), pathNot: tests },
      to: { path: source(forbidden) },
    },
    {
      name: `tests-of-${name}-import-lower-ranks-only`,
      comment,
      severity: 'error',
      from: { path: `${source([name])}.*${tests}` },
      to: { path: source(forTests) },
    },
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...ranks.flatMap((names, rank) => names.flatMap((name) => rankRules(name, rank))),
    {
      name: 'every-package-has-a-rank',
      comment: 'Give a new package a rank in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: source(ranks.flat()) },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Types may name each other; what is left of them when the program runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-internals-of-others',
      comment: 'Import another package by its name, and what it exports.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^packages/',
        pathNot: [
          '^packages/$2/',
          '^packages/[^/]+/src/(index|by-id|class-map|by-value/index|bounding-boxes/index|quantizers/index)\\.ts$',
          '^packages/ops/scripts/core-specs\\.mjs$', // runs tfjs-core's own tests, on any backend
        ],
      },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/|^benchmarks/' },
    },
    {
      name: 'no-tests-in-sources',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `${tests}|^packages/(testing|conformance)/` },
      to: { path: `${tests}|^packages/(testing|conformance)/` },
    },
    {
      name: 'tfjs-through-ops',
      comment: 'Only types of tfjs-core here: what it computes is called, and mended, in ops.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: `${tests}|${source(mayUseTfjs)}` },
      to: { path: '@tensorflow/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-deep-tfjs',
      comment: "tfjs-core's inner modules cannot be imported in Node.",
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/' },
      to: { path: '@tensorflow/tfjs-core/dist/(?!tf-core\\.node\\.js|index\\.(js|d\\.ts))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(packages|apps)/[^/]+/(dist|out|assembly|\\.vitepress)/|/src/generated/|/\\.examples/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@myelin/source', 'import', 'types', 'default'],
    },
  },
};
