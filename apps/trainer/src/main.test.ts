import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lessons } from '@myelin/course';
import { main } from './main.js';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const home = process.cwd();
let folder = '';

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'myelin-trainer-'));
  process.chdir(folder);
  return () => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  };
});
afterAll(() => {
  vi.restoreAllMocks();
});

async function myelin(...argv: string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  // The argument parser prints its help there.
  const info = vi.spyOn(console, 'info').mockImplementation((text: unknown) => {
    written.out += String(text);
  });
  const status = await main(argv, {
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
  });
  info.mockRestore();
  return { status, ...written };
}

function write(name: string, content: unknown): void {
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
}

/** 64 rows of `a`, `b` and `t = 300 a - b + 7`, in far from standard units. */
function writeTable(): void {
  const rows = Array.from({ length: 64 }, (_, i) => {
    const a = (i % 8) / 10;
    const b = Math.floor(i / 8) * 20;
    return `${a},${b},${300 * a - b + 7}`;
  });
  write('table.csv', `a,b,t\n${rows.join('\n')}\n`);
}

const regression = {
  data: { csv: 'table.csv', target: 't', task: 'regression' },
  model: [{ layer: 'dense', units: 1 }],
  compile: { optimizer: { optimizer: 'adam', learningRate: 0.05 }, loss: 'mse', metrics: ['mae'] },
  fit: { epochs: 60, batchSize: 16, validationSplit: 0.25 },
  seed: 1,
};

/** A JSON file that is nearly `regression`. */
function writeConfig(changes: object = {}): void {
  writeTable();
  write('config.json', { ...regression, ...changes });
}

describe('myelin', () => {
  it('explains itself', async () => {
    const all = await myelin('--help');
    expect(all.status).toBe(0);
    for (const command of ['train <config>', 'predict <model> <data>', 'inspect <model>']) {
      expect(all.out).toContain(command);
    }
    const train = await myelin('train', '--help');
    expect(train.status).toBe(0);
    expect(train.out).toContain('"data": { "csv": "concrete.csv"');
    expect(train.out).toContain('--epochs <number>');
    const version = await myelin('--version');
    expect(version.status).toBe(0);
    expect(version.out).toMatch(/^myelin\/\d+\.\d+\.\d+/);
  });

  it.each([
    [[], 'expected one of the commands train, predict, inspect, course.'],
    [['trian', 'x.json'], 'Did you mean "train"?'],
    [['train'], 'missing required args'],
    [['inspect', 'a.keras', 'b.keras'], 'Unused args: `b.keras`'],
    [['train', 'config.json', '--epoch', '3'], 'Unknown option `--epoch`'],
    [
      ['train', 'config.json', '--epochs', 'ten'],
      '--epochs: expected a whole number of 1 or more, got "ten".',
    ],
    [['train', 'config.json', '--epochs', '0'], '--epochs: expected a whole number of 1 or more, got 0.'],
    [
      ['train', 'config.json', '--out', 'model.h5'],
      '--out: expected a name that ends in .keras, got "model.h5".',
    ],
  ])('refuses %j with status 2', async (argv, message) => {
    writeConfig();
    const { status, err } = await myelin(...argv);
    expect(err).toContain(message);
    expect(err).toMatch(/Try `myelin .*--help`\.\n$/);
    expect(status).toBe(2);
    expect(readdirSync('.').sort()).toEqual(['config.json', 'table.csv']);
  });
});

// Trains for seconds, and longer on a busy machine.
describe('myelin train, predict, inspect', { timeout: 60_000 }, () => {
  it('learns a table, and the saved model speaks in its units', async () => {
    writeConfig();
    const trained = await myelin('train', 'config.json', '--out', 'model.keras');
    expect(trained.err).toBe('');
    expect(trained.status).toBe(0);
    expect(trained.out).toMatch(/Epoch 60\/60 3\/3 .*loss: .* - mae: .* - val_loss: .* - val_mae: /);
    expect(trained.out).toMatch(/Saved model\.keras, [\d.]+ kB\.\n$/);

    write('new.csv', 'a,b\n0.5,30\n0.1,140\n');
    const predicted = await myelin('predict', 'model.keras', 'new.csv');
    expect(predicted.status).toBe(0);
    const [header, ...lines] = predicted.out.trim().split('\n');
    expect(header).toBe('prediction');
    expect(Number(lines[0])).toBeCloseTo(300 * 0.5 - 30 + 7, 0);
    expect(Number(lines[1])).toBeCloseTo(300 * 0.1 - 140 + 7, 0);

    // The other columns in another order, the target among them, and JSON: the same numbers.
    write('mixed.csv', 't,b,a\n0,30,0.5\n0,140,0.1\n');
    const named = await myelin('predict', 'model.keras', 'mixed.csv', '--features', 'a,b', '--out', 'p.csv');
    expect(named.out).toBe('Wrote 2 predictions to p.csv.\n');
    expect(readFileSync('p.csv', 'utf8')).toBe(predicted.out);
    write('new.json', [
      [0.5, 30],
      [0.1, 140],
    ]);
    const json = await myelin('predict', 'model.keras', 'new.json');
    expect(JSON.parse(json.out)).toEqual(lines.map((line) => [Number(line)]));
  });

  it('shows what a file holds', async () => {
    writeConfig();
    await myelin('train', 'config.json', '--epochs', '1', '--out', 'model.keras');
    const { status, out } = await myelin('inspect', 'model.keras');
    expect(status).toBe(0);
    expect(out).toMatch(/standardize .*\(None, 2\).* 4 /);
    expect(out).toMatch(/Input +\(None, 2\)\n/);
    expect(out).toMatch(/Output +\(None, 1\)\n/);
    expect(out).toMatch(/Optimizer +Adam, learning_rate 0\.05/);
    expect(out).toMatch(/Loss +mse\n/);
    expect(out).toMatch(/Metrics +mae\n/);
    // Iteration, learning rate, two slots for kernel and bias each.
    expect(out).toMatch(/Optimizer state +6 variables\n/);
    expect(out).toMatch(/Saved +by Keras 3\.\d+\.\d+, or in its format, on \d{4}-\d\d-\d\d@/);
    for (const member of ['metadata.json', 'config.json', 'model.weights.h5']) {
      expect(out).toMatch(new RegExp(` {2}${member.replaceAll('.', '\\.')} +\\d`));
    }
  });

  it('repeats a run with the same seed, and not with another', async () => {
    writeConfig();
    write('new.csv', 'a,b\n0.5,30\n');
    const run = async (seed: string): Promise<string> => {
      await myelin('train', 'config.json', '--epochs', '2', '--seed', seed, '--out', 'model.keras');
      return (await myelin('predict', 'model.keras', 'new.csv')).out;
    };
    const first = await run('7');
    expect(await run('7')).toBe(first);
    expect(await run('8')).not.toBe(first);
  });

  it('learns classes, and tells the likeliest', async () => {
    writeTable();
    const classes = readFileSync('table.csv', 'utf8')
      .replace('a,b,t', 'a,b,c')
      .replace(/^([\d.]+),(\d+),.*$/gm, (_, a: string, b: string) => `${a},${b},${Number(Number(a) > 0.35)}`);
    write('classes.csv', classes);
    write('config.json', {
      data: { csv: 'classes.csv', target: 'c', task: 'classification' },
      model: [{ layer: 'dense', units: 2, activation: 'softmax' }],
      compile: { optimizer: { optimizer: 'adam', learningRate: 0.1 }, loss: 'categorical_crossentropy' },
      fit: { epochs: 40 },
      seed: 1,
    });
    expect((await myelin('train', 'config.json')).status).toBe(0);
    // The default name is that of the config.
    const { out } = await myelin('predict', 'config.keras', 'classes.csv', '--target', 'c', '--classes');
    const truth = classes
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.at(-1));
    expect(out.trim().split('\n')).toEqual(['class', ...truth]);
  });

  it('takes data and models that come along', async () => {
    write('concrete.json', {
      data: { dataset: 'concrete' },
      model: { zoo: 'tabularRegressor', hidden: [5] },
      fit: { epochs: 1 },
    });
    const concrete = await myelin('train', 'concrete.json');
    expect(concrete.err).toBe('');
    expect(concrete.out).toContain('tabular_regressor');
    write('digits.json', {
      data: { dataset: 'digits' },
      model: [{ layer: 'flatten' }, { layer: 'dense', units: 10, activation: 'softmax' }],
      fit: { epochs: 1, batchSize: 100 },
    });
    const digits = await myelin('train', 'digits.json', '--seed', '1');
    expect(digits.err).toBe('');
    const accuracy = /Test: accuracy ([\d.]+), loss [\d.]+\n/.exec(digits.out)?.[1];
    expect(Number(accuracy)).toBeGreaterThan(0.8);
    expect(readdirSync('.').sort()).toEqual([
      'concrete.json',
      'concrete.keras',
      'digits.json',
      'digits.keras',
    ]);
  });

  it('stops when it is told to, and saves what was reached', async () => {
    writeConfig();
    const stop = new AbortController();
    let out = '';
    const status = await main(['train', 'config.json'], {
      out(text) {
        out += text;
        if (text.startsWith('Epoch  3/')) stop.abort();
      },
      err: () => undefined,
      signal: stop.signal,
    });
    expect(status).toBe(0);
    expect(out).toContain('Stopped in epoch 3.');
    expect(out).not.toContain('Epoch  4/');
    expect(existsSync('config.keras')).toBe(true);
  });
});

describe('mistakes', { timeout: 60_000 }, () => {
  const layer = regression.model[0];
  const cases: [string, object | string, string][] = [
    ['a CSV file that is not there', { data: { ...regression.data, csv: 'tabel.csv' } }, 'table.csv?'],
    [
      'a wrong target',
      { data: { ...regression.data, target: 'tt' } },
      'table.csv: expected one of the columns "a", "b", "t", got "tt". Did you mean "t"?',
    ],
    [
      'a wrong feature',
      { data: { ...regression.data, features: ['a', 'bb'] } },
      'table.csv: expected one of the columns "a", "b", "t", got "bb". Did you mean "b"?',
    ],
    [
      'an unknown key',
      { fit: { epoch: 3 } },
      'config.json, fit.epoch: expected "epochs", "batchSize", "validationSplit"; got "epoch". Did you mean "epochs"?',
    ],
    [
      'a missing key',
      { data: { csv: 'table.csv', task: 'regression' } },
      'config.json, data.target: expected "target", got nothing.',
    ],
    ['a wrong type', { fit: { epochs: '3' } }, 'config.json, fit.epochs: expected a number, got "3".'],
    [
      'a number out of range',
      { fit: { epochs: 0 } },
      'config.json, fit.epochs: expected a number above 0, got 0.',
    ],
    [
      'a share above 1',
      { fit: { validationSplit: 1.5 } },
      'fit.validationSplit: expected a number below 1, got 1.5.',
    ],
    [
      'an unknown data set',
      { data: { dataset: 'cats' } },
      'data.dataset: expected "concrete", "digits", "mnist" or "fashionMnist", got "cats".',
    ],
    [
      'an unknown model',
      { model: { zoo: 'vgg' } },
      'model.zoo: expected one of tabularRegressor, digitMlp, digitCnn, got "vgg".',
    ],
    ['a layer without a name', { model: [{ units: 3 }] }, 'config.json, model.0.layer: expected'],
    [
      'an unknown layer',
      { model: [{ ...layer, layer: 'dnse' }] },
      'model.0: expected the name of a layer, got "dnse". Did you mean "dense"?',
    ],
    ['an unknown option of a layer', { model: [{ layer: 'dense', unit: 3 }] }, 'Did you mean "units"?'],
    [
      'an unknown optimizer',
      { compile: { optimizer: { optimizer: 'adm' } } },
      'compile.optimizer: expected the id of an optimizer, got "adm". Did you mean "adam"?',
    ],
    [
      'an unknown loss',
      { compile: { loss: 'mean_squared_eror' } },
      'compile: expected the id of a loss, got "mean_squared_eror". Did you mean "mean_squared_error"?',
    ],
    [
      'outputs that are too many',
      { model: [{ layer: 'dense', units: 3 }] },
      'model: expected an output of shape (None, 1) for a regression, got (None, 3).',
    ],
    [
      'a loss that explodes',
      { compile: { optimizer: { optimizer: 'sgd', learningRate: 1e30 } } },
      'nothing was saved. Try a smaller learning rate',
    ],
    ['no JSON', '{ "data": {},\n  "model": oops }', 'config.json'],
  ];

  it.each(cases)('%s', async (_, changes, message) => {
    writeConfig(typeof changes === 'string' ? {} : changes);
    if (typeof changes === 'string') write('config.json', changes);
    const { status, err } = await myelin('train', 'config.json');
    expect(err).toContain(message);
    expectParagraph(err);
    expect(status).toBe(1);
    expect(readdirSync('.').sort()).toEqual(['config.json', 'table.csv']);
  });

  it('a config or a model that is not there', async () => {
    writeConfig();
    const config = await myelin('train', 'confg.json');
    expect(config).toEqual({
      status: 1,
      out: '',
      err: 'myelin: confg.json: expected a file, got none. Did you mean config.json?\n',
    });
    const folderAsModel = await myelin('inspect', '.');
    expect(folderAsModel.err).toBe('myelin: .: expected a file, got a folder.\n');
    expect((await myelin('predict', 'none.keras', 'table.csv')).err).toContain(
      'none.keras: expected a file, got none.',
    );
  });

  it('a folder for the result that is not there, before training', async () => {
    writeConfig();
    const { status, out, err } = await myelin('train', 'config.json', '--out', 'nowhere/model.keras');
    expect(status).toBe(1);
    expect(err).toMatch(/--out nowhere\/model\.keras: expected a folder .*nowhere, got none\.\n$/);
    expect(out).toBe('');
  });

  it('broken model files', async () => {
    writeConfig();
    await myelin('train', 'config.json', '--epochs', '1');
    const whole = readFileSync('config.keras');
    writeFileSync('half.keras', whole.subarray(0, whole.length / 2));
    write('text.keras', 'no model');
    for (const file of ['half.keras', 'text.keras']) {
      for (const command of [
        ['inspect', file],
        ['predict', file, 'table.csv'],
      ]) {
        const { status, err } = await myelin(...command);
        expect(err).toContain(file);
        expectParagraph(err);
        expect(status).toBe(1);
      }
    }
  });

  it('data that do not fit the model', async () => {
    writeConfig();
    await myelin('train', 'config.json', '--epochs', '1');
    const many = await myelin('predict', 'config.keras', 'table.csv');
    expect(many.err).toBe(
      'myelin: table.csv: expected 2 columns, got 3. Leave a column out by --target, or name the columns by --features.\n',
    );
    expect(many.status).toBe(1);
    write('ragged.json', [[1, 2], [3]]);
    expect((await myelin('predict', 'config.keras', 'ragged.json')).err).toContain(
      'expected length 2 on axis 1',
    );
    expect((await myelin('predict', 'config.keras', 'config.json')).status).toBe(1);
    expect((await myelin('predict', 'config.keras', 'config.keras')).status).toBe(2);
    write('new.csv', 'a,b\n0.5,30\n');
    expect((await myelin('predict', 'config.keras', 'new.csv', '--classes')).err).toContain(
      '--classes: expected a model with one output for each class',
    );
  });

  it('shows where, when asked', async () => {
    const { err } = await myelin('inspect', 'none.keras', '--debug');
    expect(err).toMatch(/\n {4}at /);
    expect(err).toContain('myelin: none.keras: expected a file, got none.');
  });
});

describe('myelin course', () => {
  it('lists the lessons', async () => {
    const { status, out } = await myelin('course');
    expect(status).toBe(0);
    for (const { name, title } of lessons) expect(out).toMatch(new RegExp(`^ {2}${name} +${title}`, 'm'));
  });

  it('runs one, says what was reached beside what was asked, and writes and keeps it', async () => {
    const { status, out } = await myelin('course', 'classification', '--keep', 'kept', '--write', 'out');
    expect(status).toBe(0);
    expect(out).toMatch(/Iris flowers, 5-5-3: accuracy +9\d\.\d % +Keras ± 1\.0 % +9\d\.\d % +1 2 3 4 5/);
    expect(readdirSync('kept')).toContain('iris-5-5-1.keras');
    const results = JSON.parse(readFileSync('out/course.json', 'utf8')) as {
      lessons: { name: string; figures: object[] }[];
    };
    expect(results.lessons.map(({ name }) => name)).toEqual(['classification']);
    expect(readFileSync('out/COURSE.md', 'utf8')).toMatch(/^\| Classification +\| Iris flowers/m);
    expect(readdirSync('out').sort()).toEqual(['COURSE.md', 'course.json']);

    // What was measured before stays, and is judged anew.
    const changed = readFileSync('out/course.json', 'utf8').replace(/"value": 0\.9\d*/, '"value": 0.5');
    write('out/course.json', changed);
    await myelin('course', 'neuron', '--write', 'out');
    const both = JSON.parse(readFileSync('out/course.json', 'utf8')) as typeof results;
    expect(both.lessons.map(({ name }) => name)).toEqual(['neuron', 'classification']);
    expect(both.lessons[1]?.figures[0]).toMatchObject({ value: 0.5, reached: '50.0 %', isReached: false });
  });

  it('refuses lessons that are not there', async () => {
    const { status, err } = await myelin('course', 'regresion');
    expect(err).toContain('got "regresion". Did you mean "regression"?');
    expect(status).toBe(2);
  });
});

/** One line for people: no stack trace, no object. */
function expectParagraph(text: string): void {
  expect(text).toMatch(/^myelin: [^\n]+\n$/);
  expect(text).not.toMatch(/ {4}at |\[object|undefined/);
}
