import * as modelsOfTheZoo from '@myelin/zoo';
import { beforeEach, describe, expect, it } from 'vitest';
import * as myelin from './index.js';

/** The state that all copies of core share; a fresh one is as good as a fresh process. */
const shared = globalThis as { [key: symbol]: { runtime?: unknown; offeredRuntime?: unknown } | undefined };
const key = Symbol.for('myelin.ambient');
const afterImport = shared[key];

const { functional, input, layers, loadModel, sequential, useBackend, zoo } = myelin;

function refusing(name: string): myelin.Runtime {
  return {
    name,
    ready: () => Promise.resolve(),
    prepare: () => Promise.resolve({ refused: `${name} runs nothing` }),
  };
}

beforeEach(() => {
  Reflect.deleteProperty(shared, key);
});

describe('myelin', { timeout: 60_000 }, () => {
  it('does nothing when it is imported', () => {
    expect(afterImport?.runtime).toBeUndefined();
    expect(afterImport?.offeredRuntime).toBeUndefined();
  });

  it('has every namespace, and something in each', () => {
    const namespaces = Object.entries(myelin).filter(
      ([, value]) => Object.prototype.toString.call(value) === '[object Module]',
    );
    expect(namespaces.map(([name]) => name).sort()).toEqual([
      'activations',
      'boundingBoxes',
      'callbacks',
      'datasets',
      'initializers',
      'layers',
      'losses',
      'metrics',
      'ops',
      'optimizers',
      'quantizers',
      'regularizers',
      'viz',
      'zoo',
    ]);
    for (const [name, namespace] of namespaces) expect(Object.keys(namespace), name).not.toEqual([]);
  });

  it('offers every model of the zoo', () => {
    expect(Object.keys(zoo).sort()).toEqual(Object.keys(modelsOfTheZoo).sort());
  });

  const makers: [string, () => Promise<myelin.Model> | myelin.Model][] = [
    [
      'sequential',
      () => sequential([layers.dense({ units: 1, inputShape: [2], kernelInitializer: 'ones' })]),
    ],
    [
      'functional',
      () => {
        const x = input({ shape: [2] });
        return functional({ inputs: x, outputs: layers.dense({ units: 1, kernelInitializer: 'ones' })(x) });
      },
    ],
  ];

  it.each(makers)('%s runs on the WASM backend where none was chosen', async (_, make) => {
    const model = await make();
    const y = await model.predict([[2, 3]]);
    expect(y.toArray()).toEqual([[5]]);
    expect((await myelin.backendInfo()).name).toContain('wasm');
  });

  it('loads files, and runs what they hold, where no backend was chosen', async () => {
    const bytes = await sequential([
      layers.dense({ units: 1, inputShape: [2], kernelInitializer: 'ones' }),
    ]).toBytes();
    Reflect.deleteProperty(shared, key);
    const model = await loadModel(bytes);
    expect((await model.predict([[2, 3]])).toArray()).toEqual([[5]]);
  });

  it('hands classes of the zoo to loadModel', async () => {
    const bytes = await zoo.variationalAutoencoder({ pixels: 2, hidden: [], code: 1 }).toBytes();
    const model = await loadModel(bytes, { customObjects: [zoo.variationalAutoencoder] });
    expect(model.className).toBe('VariationalAutoencoder');
  });

  it('keeps to the backend that was chosen', async () => {
    await useBackend(refusing('chosen'));
    const model = zoo.tabularRegressor();
    await expect(model.predict([[1, 2, 3, 4, 5, 6, 7, 8]])).rejects.toThrow('chosen runs nothing');
    expect(await myelin.backendInfo()).toEqual({ name: 'chosen' });
  });
});
