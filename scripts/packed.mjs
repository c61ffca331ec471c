/**
 * Uses the packages as a stranger gets them: packed, installed by npm in an empty folder, then run on several versions
 * of Node, type-checked, bundled by Vite and by esbuild, and run in a browser.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { chromium } from 'playwright';
import { build as vite } from 'vite';
import { browserArgs, locateBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const nodeVersions = ['20.20.2', '22.23.3', '24.21.0'];
const tfjs = [
  '@tensorflow/tfjs-core@4.22.0',
  '@tensorflow/tfjs-backend-cpu@4.22.0',
  '@tensorflow/tfjs@4.22.0',
];

/** Modules of scripts/packed that throw where something is wrong. */
const programs = ['gradients.js', 'only-dense.js', 'beside-tfjs.js'];

/** Those that run in Node only. */
const nodePrograms = ['command.js'];

/** Programs whose bundles may hold no other layers than these. */
const onlyLayers = { 'only-dense.js': ['Dense', 'InputLayer'] };

const folder = mkdtempSync(path.join(tmpdir(), 'myelin-packed-'));
const counts = { passed: 0, failed: 0 };

async function check(name, body) {
  const since = performance.now();
  try {
    await body();
    counts.passed += 1;
    console.log(`ok      ${name}  ${((performance.now() - since) / 1000).toFixed(1)} s`);
  } catch (error) {
    counts.failed += 1;
    console.log(`FAILED  ${name}\n${error.stderr === undefined ? error.stack : error.stdout + error.stderr}`);
  }
}

/** Runs a command line in the folder; a shell, because npm is a script on Windows. */
function run(line, options = {}) {
  return execFileSync(line, { cwd: folder, shell: true, encoding: 'utf8', stdio: 'pipe', ...options });
}

const publicPackages = ['packages', 'apps']
  .map((group) => path.join(root, group))
  .filter(existsSync)
  .flatMap((group) => readdirSync(group).map((name) => path.join(group, name)))
  .filter((place) => existsSync(path.join(place, 'package.json')))
  .filter((place) => JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')).private !== true);

function packAndInstall() {
  const tarballs = path.join(folder, 'tarballs');
  mkdirSync(tarballs);
  // Only pnpm applies publishConfig and knows what `workspace:` and `catalog:` stand for.
  for (const place of publicPackages) run(`pnpm pack --pack-destination "${tarballs}"`, { cwd: place });
  const files = readdirSync(tarballs).map((file) => `"${path.join(tarballs, file)}"`);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run(`npm install --ignore-scripts --no-audit --no-fund ${[...files, ...tfjs].join(' ')}`);
  cpSync(path.join(root, 'scripts', 'packed'), folder, { recursive: true });
}

function checkManifests() {
  for (const place of publicPackages) {
    const { name } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
    const installed = path.join(folder, 'node_modules', name);
    const manifest = readFileSync(path.join(installed, 'package.json'), 'utf8');
    const foreign = /"(workspace|catalog):|@myelin\/source/.exec(manifest);
    if (foreign) throw new Error(`${name}: its published package.json still has ${foreign[0]}`);
    for (const file of ['LICENSE', 'README.md']) {
      if (!existsSync(path.join(installed, file))) throw new Error(`${name}: ${file} is not in the tarball`);
    }
  }
}

/** The line that starts this version of Node: this one, or one from the npm package that carries it. */
function nodeOf(version) {
  if (process.version === `v${version}`) return `"${process.execPath}"`;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `npx --yes -p node-${platform}-${process.arch}@${version} node`;
}

function runInNode(version, program) {
  const assertion = `if (process.version !== 'v${version}') throw new Error('This is ' + process.version)`;
  writeFileSync(
    path.join(folder, `main-${version}.js`),
    `${assertion};\nawait import('./' + process.argv[2]);\n`,
  );
  run(`${nodeOf(version)} main-${version}.js ${program}`);
}

const bundlers = {
  esbuild: (entry, outdir) =>
    esbuild({
      entryPoints: { main: entry },
      outdir,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
    }),
  vite: (entry, outDir) =>
    vite({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir,
        target: 'es2022',
        rollupOptions: { input: entry, output: { entryFileNames: 'main.js' } },
      },
    }),
};

/**
 * The layers of which a bundle holds the definition. Ops have class names, too, but also name one of Keras' modules; an
 * initializer may have the name of a layer, `Identity`, which is not looked for then.
 */
function layersIn(bundle) {
  const program = `
    const [{ classMap }, { byId }] = await Promise.all(
      ['layers/class-map', 'initializers/by-id'].map((entry) => import('@myelin/' + entry)),
    );
    const initializers = Object.values(byId).map(({ className }) => className);
    console.log(Object.keys(classMap).filter((name) => !initializers.includes(name)).join());`;
  writeFileSync(path.join(folder, 'layer-names.js'), program);
  const all = run('node layer-names.js');
  const defined = new Set(
    Array.from(
      bundle.matchAll(/className:\s*["'`](\w+)["'`](?!,\s*module:\s*["'`](?:core|math|nn|numpy)\b)/g),
      (match) => match[1],
    ),
  );
  return all
    .trim()
    .split(',')
    .filter((name) => defined.has(name));
}

function serve(place) {
  const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };
  const server = createServer(({ url }, response) => {
    const file = path.join(place, new URL(url, 'http://localhost').pathname);
    const found = url !== '/' && existsSync(file);
    response.writeHead(found || url === '/' ? 200 : 404, {
      'content-type': types[path.extname(file)] ?? 'text/html',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(
      found ? readFileSync(file) : '<!doctype html><script type="module" src="/main.js"></script>',
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function runInBrowser(browser, bundler, program) {
  const entry = path.join(folder, `${bundler}-${program}`);
  const output = path.join(folder, 'out', bundler, path.parse(program).name);
  writeFileSync(entry, `import './${program}';\nglobalThis.finished = true;\n`);
  await bundlers[bundler](entry, output);
  if (Object.hasOwn(onlyLayers, program)) {
    const layers = layersIn(readFileSync(path.join(output, 'main.js'), 'utf8')).join(', ');
    const expected = onlyLayers[program].join(', ');
    if (layers !== expected)
      throw new Error(`The bundle should hold of the layers: ${expected}; it holds: ${layers}`);
  }
  const server = await serve(output);
  const page = await browser.newPage();
  try {
    const thrown = new Promise((_, reject) => page.once('pageerror', reject));
    thrown.catch(() => undefined);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await Promise.race([thrown, page.waitForFunction('globalThis.finished', undefined, { timeout: 60_000 })]);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

try {
  await check('packs, and installs without scripts', packAndInstall);
  await check('manifests, licences and readmes', checkManifests);
  await check('types', () => {
    const options = '--noEmit --strict --skipLibCheck --exactOptionalPropertyTypes --target es2022';
    for (const module of ['--module nodenext', '--module esnext --moduleResolution bundler']) {
      run(`tsc ${options} ${module} consumer.ts`);
    }
  });
  for (const program of [...programs, ...nodePrograms]) {
    for (const version of nodeVersions)
      await check(`${program} on Node ${version}`, () => runInNode(version, program));
  }
  const located = locateBrowser();
  if (located === undefined) throw new Error('There is no browser: run node scripts/find-browser.mjs');
  const browser = await chromium.launch({ args: [...browserArgs], ...located });
  for (const program of programs) {
    for (const bundler of Object.keys(bundlers)) {
      await check(`${program} bundled by ${bundler}, in a browser`, () =>
        runInBrowser(browser, bundler, program),
      );
    }
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.failed > 0) process.exitCode = 1;
