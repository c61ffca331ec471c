import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const running = new Set();

/** A step has its own process group, so that stopping it stops what it started. */
function stop(child, signal = 'SIGTERM') {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of running) stop(child);
    process.exit(130);
  });
}

function start(command, options) {
  const child = spawn(command, { shell: true, detached: process.platform !== 'win32', ...options });
  running.add(child);
  const closed = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => running.delete(child));
  return { child, closed };
}

/** Runs commands one after another in this terminal, up to the first that fails; the last gets the arguments. */
export async function runInTurn(commands, rest) {
  for (const [i, command] of commands.entries()) {
    const words =
      i === commands.length - 1 ? [command, ...rest.map((word) => JSON.stringify(word))] : [command];
    const status = await start(words.join(' '), { stdio: 'inherit', detached: false }).closed;
    if (status !== 0) return status;
  }
  return 0;
}

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/** The counts of a check that ends by telling them. */
function closingLine(output) {
  const line = /^(\d+) passed, (\d+) failed\s*$/m.exec(output.slice(-1000));
  return line === null ? undefined : { passed: Number(line[1]), failed: Number(line[2]) };
}

async function runCheck({ command, limitMinutes = 10, count }) {
  const since = performance.now();
  const { child, closed } = start(command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop(child, 'SIGKILL');
  }, limitMinutes * 60_000);
  const status = await closed;
  clearTimeout(timer);

  const output = Buffer.concat(chunks).toString();
  const counted = late ? undefined : (count?.() ?? closingLine(output));
  const { passed, failed } = counted ?? { passed: status === 0 ? 1 : 0, failed: 0 };
  return {
    seconds: seconds(since),
    passed,
    // A check that ends badly has failed, even where every test it counted has passed.
    failed: status === 0 ? failed : Math.max(failed, 1),
    output:
      Buffer.concat(chunks).toString() + (late ? `\nStopped: not done after ${limitMinutes} minutes.\n` : ''),
  };
}

function report(check, { passed, failed, output, seconds: time }) {
  const counts = passed + failed === 1 ? '' : `  ${passed} passed, ${failed} failed`;
  console.log(
    `${failed === 0 ? 'ok    ' : 'FAILED'}  ${check.name.padEnd(24)} ${time.padStart(6)} s${counts}`,
  );
  if (failed > 0) console.log(`\n$ ${check.command}\n${output.trimEnd()}\n`);
}

/**
 * Runs all checks and reports each; resolves to the exit status.
 *
 * A check waits for those that it `needs`, and is a failure when one of them failed. As many run at a time as there
 * are cores; one without `cores: 1` uses them all and runs alone.
 */
export async function runChecks(checks) {
  const since = performance.now();
  const cores = availableParallelism();
  const waiting = [...checks];
  for (const { name, needs = [] } of checks) {
    const unknown = needs.filter((needed) => !checks.some((check) => check.name === needed));
    if (unknown.length > 0) throw new Error(`${name} needs ${unknown.join(', ')}, which is no check.`);
  }
  const done = new Map();
  const active = new Map();
  let free = cores;

  const settle = (check, result) => {
    active.delete(check);
    done.set(check.name, result);
    report(check, result);
  };

  while (waiting.length > 0 || active.size > 0) {
    for (const check of [...waiting]) {
      const needs = check.needs ?? [];
      if (!needs.every((name) => done.has(name))) continue;
      const broken = needs.filter((name) => done.get(name).failed > 0);
      const used = Math.min(check.cores ?? cores, cores);
      if (broken.length === 0 && used > free) break; // in order, so that none waits for ever
      waiting.splice(waiting.indexOf(check), 1);
      if (broken.length > 0) {
        settle(check, {
          passed: 0,
          failed: 1,
          seconds: '0.0',
          output: `Not run, because this failed: ${broken.join(', ')}.`,
        });
        continue;
      }
      free -= used;
      active.set(
        check,
        runCheck(check).then((result) => {
          free += used;
          settle(check, result);
        }),
      );
    }
    if (active.size > 0) await Promise.race(active.values());
  }

  const results = [...done.values()];
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\nDone after ${seconds(since)} s.\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
