import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name))
    : [];

/** Changes when another installation is needed: other dependencies, another machine, another Node. */
function fingerprint(root) {
  const hash = createHash('sha256').update([process.platform, process.arch, process.versions.modules].join());
  const members = [
    ...foldersIn(path.join(root, 'packages')),
    ...foldersIn(path.join(root, 'apps')),
    path.join(root, 'benchmarks'),
  ];
  const manifests = [root, ...members].map((folder) => path.join(folder, 'package.json'));
  const files = [path.join(root, 'pnpm-lock.yaml'), path.join(root, 'pnpm-workspace.yaml'), ...manifests];
  for (const file of files.filter(existsSync))
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Installs all dependencies, unless that has been done for exactly these. */
export function installOnce(root) {
  const stamp = path.join(root, 'node_modules', '.installed');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  console.log(`Installing dependencies with ${packageManager} (only when they changed) ...`);
  // From inside the workspace npx would take the pnpm of node_modules, which deletes itself while it installs.
  // One string and a shell, because on Windows npx is a script.
  const line = `npx --yes ${packageManager} --dir "${root}" install --frozen-lockfile --prefer-offline`;
  const env = { ...process.env, npm_config_local_prefix: undefined, INIT_CWD: undefined };
  const { status } = spawnSync(line, { stdio: 'inherit', shell: true, cwd: tmpdir(), env });
  if (status !== 0) {
    console.error(
      'The dependencies could not be installed; the lines above say why. Is the network reachable?',
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
