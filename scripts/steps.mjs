/** What the commands of scripts/run.mjs do. Everything here finds its programs in node_modules/.bin. */
import { existsSync, readFileSync, rmSync } from 'node:fs';

const generate = 'turbo run generate --output-logs=errors-only && node scripts/generate-examples.mjs';
const build = 'turbo run build --output-logs=errors-only "--filter=!@myelin/docs"';
const buildDocs = 'turbo run build --output-logs=errors-only --filter=@myelin/docs';

/** Where vitest writes what it counted. */
const counted = (project) => `node_modules/.cache/vitest-${project}.json`;

/** Runs the projects of vitest.config.ts whose names begin so. */
function vitest(project) {
  rmSync(counted(project), { force: true });
  return `vitest run --project "${project}*" --reporter=default --reporter=json --outputFile.json=${counted(project)}`;
}

/** Counts tests, and files that could not even be loaded, as vitest's report has them. */
function countTests(project) {
  if (!existsSync(counted(project))) return undefined;
  const report = JSON.parse(readFileSync(counted(project), 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** `npm test`: see run-steps.mjs for what the keys mean. */
export const checks = [
  { name: 'generate', command: generate },
  // The longest of those that use one core comes first, so that the others run beside it.
  { name: 'eslint', command: 'eslint .', cores: 1, needs: ['generate'] },
  {
    name: 'generated files current',
    command: 'node scripts/generate-indexes.mjs --check && node scripts/generate-coverage.mjs --check',
    cores: 1,
  },
  {
    name: 'prettier',
    command: 'prettier --check --cache --cache-location node_modules/.cache/prettier/files .',
    cores: 1,
  },
  { name: 'tsc', command: 'tsc -p tsconfig.json', cores: 1, needs: ['generate'] },
  // With the flags that most users have.
  { name: 'tsc, examples', command: 'tsc -p tsconfig.examples.json', cores: 1, needs: ['generate'] },
  {
    name: 'vue-tsc, documentation',
    command: 'vue-tsc -p apps/docs/tsconfig.json',
    cores: 1,
    needs: ['generate'],
  },
  {
    name: 'dependency-cruiser',
    command: 'depcruise --config .dependency-cruiser.mjs packages apps',
    cores: 1,
    needs: ['generate'],
  },
  { name: 'knip', command: 'knip', cores: 1, needs: ['generate'] },
  {
    name: 'vitest node',
    command: vitest('node'),
    count: () => countTests('node'),
    limitMinutes: 40,
    needs: ['generate'],
  },
  { name: 'build', command: build, needs: ['generate'] },
  // Each is busy with one core most of the time.
  { name: 'build docs', command: buildDocs, cores: 1, needs: ['build'] },
  { name: 'size-limit', command: 'size-limit', cores: 1, needs: ['build'] },
  {
    name: 'packed packages',
    command: 'node scripts/find-browser.mjs && node scripts/packed.mjs',
    cores: 1,
    needs: ['build'],
  },
  {
    name: 'vitest browser',
    command: `node scripts/find-browser.mjs && ${vitest('browser')}`,
    count: () => countTests('browser'),
    limitMinutes: 40,
    needs: ['generate'],
  },
  {
    name: 'live page of the documentation',
    command: 'node scripts/find-browser.mjs && node apps/docs/scripts/check-live.mjs',
    needs: ['build'],
  },
  {
    name: 'lessons of the documentation',
    command: 'node scripts/find-browser.mjs && node apps/docs/scripts/check-lessons.mjs',
    needs: ['build'],
  },
];

/** The other commands: lines run in turn, the last with the user's arguments. */
export const commands = {
  setup: [generate],
  start: [
    'turbo run build --output-logs=errors-only --filter=@myelin/trainer...',
    'node apps/trainer/dist/start.js',
  ],
  course: [
    'turbo run build --output-logs=errors-only --filter=@myelin/trainer...',
    'node apps/trainer/dist/cli.js course --all --write benchmarks',
  ],
  interop: [build, 'node tools/interop/run.mjs'],
  bench: [generate, 'node benchmarks/bench.mjs'],
  sweep: [generate, 'node scripts/find-browser.mjs', 'node scripts/sweep.mjs'],
};
