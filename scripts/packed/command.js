// The installed command, found by its name, as in a terminal: what it writes, where, and its exit status.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const folder = mkdtempSync(path.join(here, 'command-'));
const places = [path.join(here, 'node_modules', '.bin'), path.dirname(process.execPath), process.env.PATH];
const env = { ...process.env, PATH: places.join(path.delimiter) };

function myelin(line, { status = 0, out = [], err = [] }) {
  const ran = spawnSync(`myelin ${line}`, { cwd: folder, env, shell: true, encoding: 'utf8' });
  const holds = (text, parts) => parts.every((part) => text.includes(part));
  const silent = err.length === 0 && ran.stderr !== '';
  if (ran.status !== status || silent || !holds(ran.stdout, out) || !holds(ran.stderr, err)) {
    const expected = JSON.stringify({ status, out, err });
    throw new Error(
      `myelin ${line}: expected ${expected}, got the status ${ran.status}\n${ran.stdout}\n${ran.stderr}`,
    );
  }
  return ran.stdout;
}

function write(name, content) {
  writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

const rows = Array.from({ length: 32 }, (_, i) => `${i % 8},${i >> 3},${2 * (i % 8) - (i >> 3) + 1}`);
const data = { csv: 'table.csv', target: 't', task: 'regression' };
const config = {
  data,
  model: [{ layer: 'dense', units: 1 }],
  compile: { optimizer: { optimizer: 'adam', learningRate: 0.1 }, loss: 'mse', metrics: ['mae'] },
  fit: { epochs: 60, batchSize: 8 },
  seed: 1,
};
write('table.csv', `a,b,t\n${rows.join('\n')}\n`);
write('new.csv', 'a,b\n3,1\n');
write('config.json', config);
write('wrong-column.json', { ...config, data: { ...data, target: 'tt' } });
write('no-json.json', '{ "data": oops }');

// The version that runs it is the one that runs this program.
myelin('--version', { out: ['myelin/', process.version] });
myelin('--help', { out: ['train <config>', 'predict <model> <data>', 'inspect <model>'] });
myelin('train --help', { out: ['--epochs <number>', '"target": "strength"'] });

myelin('train config.json --out line.keras', { out: ['Epoch 60/60', 'loss: ', 'mae: ', 'Saved line.keras'] });
const predicted = myelin('predict line.keras new.csv', { out: ['prediction'] });
const value = Number(predicted.trim().split(/\r?\n/)[1]);
if (!(Math.abs(value - 6) < 0.5)) throw new Error(`The prediction should be about 6, and is ${predicted}`);
myelin('predict line.keras table.csv --target t --out told.csv', {
  out: ['Wrote 32 predictions to told.csv'],
});
const told = readFileSync(path.join(folder, 'told.csv'), 'utf8').trim().split(/\r?\n/);
if (told.length !== 33) throw new Error(`told.csv should have 33 lines, and has ${told.length}.`);
myelin('inspect line.keras', { out: ['(None, 2)', 'Adam', 'mse', 'model.weights.h5'] });

myelin('train confg.json', {
  status: 1,
  err: ['myelin: confg.json: expected a file, got none. Did you mean config.json?'],
});
myelin('train wrong-column.json', {
  status: 1,
  err: ['expected one of the columns "a", "b", "t", got "tt". Did you mean "t"?'],
});
myelin('train no-json.json', { status: 1, err: ['myelin: no-json.json'] });
myelin('predict none.keras new.csv', { status: 1, err: ['none.keras: expected a file, got none.'] });
myelin('predict line.keras table.csv', { status: 1, err: ['expected 2 columns, got 3.'] });
myelin('inspect new.csv', { status: 1, err: ['myelin: new.csv'] });
myelin('train', { status: 2, err: ['missing required args', 'Try `myelin train --help`.'] });
myelin('trian config.json', { status: 2, err: ['Did you mean "train"?'] });
for (const name of ['confg', 'wrong-column', 'no-json'])
  if (existsSync(path.join(folder, `${name}.keras`))) throw new Error(`${name}.keras was written.`);

rmSync(folder, { recursive: true });
