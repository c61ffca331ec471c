import { readFileSync, readdirSync } from 'node:fs';
import type { Model } from '@myelin/models';
import { describe, expect, it } from 'vitest';
import {
  type PretrainedName,
  budgetMlp,
  characterModel,
  deepMlp,
  digitCnn,
  digitMlp,
  forecaster,
  imageCnn,
  lineThroughOrigin,
  neuronChain,
  photoCnn,
  pretrained,
  sentimentClassifier,
  spliceClassifier,
  tabularClassifier,
  tabularRegressor,
} from './index.js';

/** Class, output shape and number of parameters of each layer. */
function layersOf(model: Model): unknown[] {
  return model.layers.map((layer) => [
    layer.className,
    layer.inboundNodes.at(-1)?.outputs[0]?.shape,
    layer.countParams(),
  ]);
}

// Shapes and counts are those that Keras 3.15.1 gives for the same models.
describe('zoo', () => {
  it('has the regression of the course', () => {
    expect(layersOf(tabularRegressor())).toEqual([
      ['Dense', [null, 50], 450],
      ['Dense', [null, 50], 2550],
      ['Dense', [null, 1], 51],
    ]);
    expect(tabularRegressor({ hidden: [5, 5] }).countParams()).toBe(81);
    expect(tabularRegressor({ features: 3, hidden: [] }).countParams()).toBe(4);
  });

  it('has the dense network for digits', () => {
    expect(layersOf(digitMlp())).toEqual([
      ['Dense', [null, 784], 615_440],
      ['Dense', [null, 100], 78_500],
      ['Dense', [null, 10], 1010],
    ]);
    expect(digitMlp({ pixels: 64, hidden: [5], classes: 3 }).countParams()).toBe(65 * 5 + 6 * 3);
  });

  it('has a network for letters', () => {
    expect(layersOf(characterModel())).toEqual([
      ['Embedding', [null, null, 32], 2080],
      ['LSTM', [null, null, 192], 172_800],
      ['Dense', [null, null, 65], 12_545],
    ]);
    expect(characterModel({ cell: 'gru', units: 8 }).layers[1]?.className).toBe('GRU');
  });

  it('has a network for words, with three ways to read them', () => {
    expect(layersOf(sentimentClassifier())).toEqual([
      ['Embedding', [null, null, 16], 128_000],
      ['Dropout', [null, null, 16], 0],
      ['LSTM', [null, 32], 6272],
      ['Dropout', [null, 32], 0],
      ['Dense', [null, 1], 33],
    ]);
    const reads = (reader: 'bidirectional' | 'mean'): unknown =>
      layersOf(sentimentClassifier({ vocabularySize: 10, dimensions: 4, units: 3, reader }))[2];
    expect(reads('bidirectional')).toEqual(['Bidirectional', [null, 6], 2 * 4 * 3 * (4 + 3 + 1)]);
    expect(reads('mean')).toEqual(['GlobalAveragePooling1D', [null, 4], 0]);
  });

  it('has the convolutional network of the course', () => {
    expect(layersOf(digitCnn())).toEqual([
      ['Conv2D', [null, 27, 27, 16], 80],
      ['MaxPooling2D', [null, 13, 13, 16], 0],
      ['Conv2D', [null, 12, 12, 32], 2080],
      ['MaxPooling2D', [null, 6, 6, 32], 0],
      ['Flatten', [null, 1152], 0],
      ['Dense', [null, 100], 115_300],
      ['Dense', [null, 10], 1010],
    ]);
    expect(digitCnn({ imageShape: [128, 128, 3], classes: 5 }).countParams()).toBe(3_078_093);
  });

  it('has a convolutional network for small images', () => {
    expect(layersOf(imageCnn())).toEqual([
      ['Conv2D', [null, 28, 28, 16], 160],
      ['MaxPooling2D', [null, 14, 14, 16], 0],
      ['BatchNormalization', [null, 14, 14, 16], 64],
      ['Conv2D', [null, 14, 14, 32], 4640],
      ['MaxPooling2D', [null, 7, 7, 32], 0],
      ['BatchNormalization', [null, 7, 7, 32], 128],
      ['Conv2D', [null, 7, 7, 64], 18_496],
      ['BatchNormalization', [null, 7, 7, 64], 256],
      ['Flatten', [null, 3136], 0],
      ['Dropout', [null, 3136], 0],
      ['Dense', [null, 10], 31_370],
    ]);
    const moved = imageCnn({ shift: 0.1, filters: [4], classes: 3 });
    expect(moved.layers[0]?.className).toBe('RandomTranslation');
    expect(moved.countParams()).toBe(4 * 10 + 16 + 28 * 28 * 4 * 3 + 3);
  });

  it('has one for photos, which augments them', () => {
    expect(layersOf(photoCnn())).toEqual([
      ['RandomFlip', [null, 128, 128, 3], 0],
      ['RandomRotation', [null, 128, 128, 3], 0],
      ['RandomZoom', [null, 128, 128, 3], 0],
      ['RandomTranslation', [null, 128, 128, 3], 0],
      ['Conv2D', [null, 64, 64, 16], 448],
      ['MaxPooling2D', [null, 32, 32, 16], 0],
      ['BatchNormalization', [null, 32, 32, 16], 64],
      ['Conv2D', [null, 32, 32, 32], 4640],
      ['MaxPooling2D', [null, 16, 16, 32], 0],
      ['BatchNormalization', [null, 16, 16, 32], 128],
      ['Conv2D', [null, 16, 16, 64], 18_496],
      ['MaxPooling2D', [null, 8, 8, 64], 0],
      ['BatchNormalization', [null, 8, 8, 64], 256],
      ['Flatten', [null, 4096], 0],
      ['Dropout', [null, 4096], 0],
      ['Dense', [null, 5], 20_485],
    ]);
  });

  it('ends classifiers in softmax and regressors in a linear unit', () => {
    const last = (model: Model): unknown =>
      (model.layers.at(-1)?.getConfig() as { activation: unknown }).activation;
    expect(last(digitMlp())).toBe('softmax');
    expect(last(digitCnn())).toBe('softmax');
    expect(last(tabularRegressor())).toBe('linear');
  });

  it('names models and lets the caller name them', () => {
    expect([tabularRegressor().name, digitMlp().name, digitCnn().name]).toEqual([
      'tabular_regressor',
      'digit_mlp',
      'digit_cnn',
    ]);
    expect(digitCnn({ name: 'mine' }).name).toBe('mine');
  });

  it('has a classifier of tables', () => {
    expect(layersOf(tabularClassifier({ features: 4, classes: 3 }))).toEqual([
      ['Dense', [null, 5], 25],
      ['Dense', [null, 5], 30],
      ['Dense', [null, 3], 18],
    ]);
  });

  it('has neurons in a row', () => {
    expect(layersOf(neuronChain())).toEqual([
      ['Dense', [null, 1], 2],
      ['Dense', [null, 1], 2],
    ]);
    const neurons = [{ weight: 2, bias: 1 }];
    const [only] = neuronChain({ neurons, activation: 'tanh', name: 'one' }).layers;
    expect(only?.getConfig()).toMatchObject({
      activation: 'tanh',
      kernel_initializer: { config: { value: { value: 2 } } },
      bias_initializer: { config: { value: { value: 1 } } },
    });
  });

  it('has a line through the origin', () => {
    expect(layersOf(lineThroughOrigin())).toEqual([['Dense', [null, 1], 1]]);
    const [only] = lineThroughOrigin({ slope: -3 }).layers;
    expect(only?.getConfig()).toMatchObject({
      use_bias: false,
      kernel_initializer: { config: { value: { value: -3 } } },
    });
  });

  it('has the widest classifier of a depth that a budget allows', () => {
    const widthOf = (model: Model): unknown =>
      (model.layers[0]?.getConfig() as { units: unknown } | undefined)?.units;
    for (const depth of [1, 2, 4, 16]) {
      for (const parameters of [900, 50_000, 200_000]) {
        const model = budgetMlp({ depth, parameters });
        const units = Number(widthOf(model));
        const cost = (w: number): number => (785 + (depth - 1) * (w + 1) + 10) * w + 10;
        expect(model.countParams()).toBe(cost(units));
        expect(cost(units)).toBeLessThanOrEqual(parameters);
        expect(cost(units + 1)).toBeGreaterThan(parameters);
        expect(model.layers).toHaveLength(depth + 1);
      }
    }
    expect(layersOf(budgetMlp({ inputs: 4, classes: 3, parameters: 100, depth: 2 }))).toEqual([
      ['Dense', [null, 6], 30],
      ['Dense', [null, 6], 42],
      ['Dense', [null, 3], 21],
    ]);
    expect(() => budgetMlp({ depth: 0 })).toThrow('budgetMlp: expected a depth of 1 or more, got 0');
    expect(() => budgetMlp({ parameters: 800 })).toThrow('a budget of 805 parameters or more, got 800');
  });

  it('has many narrow layers, and what keeps gradients alive in them', () => {
    const classesOf = (model: Model): string[] => model.layers.map((layer) => layer.className);
    const layer = ['Dense', 'Activation'];
    expect(classesOf(deepMlp({ depth: 2 }))).toEqual(['InputLayer', ...layer, ...layer, 'Dense']);
    expect(deepMlp().countParams()).toBe(785 * 32 + 9 * 33 * 32 + 33 * 10);
    const cured = deepMlp({ depth: 2, units: 5, batchNormalization: true, residual: true });
    const normalized = ['Dense', 'BatchNormalization', 'Activation'];
    expect(classesOf(cured)).toEqual(['InputLayer', ...normalized, ...normalized, 'Add', 'Dense']);
    expect(cured.countParams()).toBe(784 * 5 + 5 * 5 + 2 * 4 * 5 + 6 * 10);
    expect(cured.getLayer('hidden_2').countParams()).toBe(25);
  });

  it('has forecasters of three kinds', () => {
    expect(layersOf(forecaster({ window: 24, features: 3, horizon: 12 }))).toEqual([
      ['LSTM', [null, 32], 4608],
      ['Dense', [null, 12], 396],
    ]);
    expect(layersOf(forecaster({ cell: 'gru', units: 8 }))).toEqual([
      ['GRU', [null, 8], 264],
      ['Dense', [null, 1], 9],
    ]);
    expect(layersOf(forecaster({ cell: 'simpleRnn', units: 8 }))[0]).toEqual(['SimpleRNN', [null, 8], 80]);
  });

  it('has a classifier of DNA, with and without convolution', () => {
    expect(layersOf(spliceClassifier())).toEqual([
      ['Conv1D', [null, 9, 64], 3136],
      ['Dropout', [null, 9, 64], 0],
      ['Bidirectional', [null, 64], 24_832],
      ['Dropout', [null, 64], 0],
      ['Dense', [null, 3], 195],
    ]);
    expect(layersOf(spliceClassifier({ filters: 0, length: 57, classes: 2 }))).toEqual([
      ['Bidirectional', [null, 64], 9472],
      ['Dropout', [null, 64], 0],
      ['Dense', [null, 2], 130],
    ]);
  });

  it('names every model that has learned in its README, and loads it', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const files = readdirSync(new URL('embedded', import.meta.url)).filter((file) => file.endsWith('.ts'));
    const names = files.map((file) => file.replace(/\.ts$/, ''));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(readme).toContain(`\`${name}\``);
      const { model, figure } = await pretrained(name as PretrainedName);
      expect([model.countParams() > 0, Number.isFinite(figure.value)], name).toEqual([true, true]);
    }
  });

  it('refuses models that are not there', async () => {
    await expect(pretrained('concrete-50-5' as 'concrete-50-50')).rejects.toThrow(
      /^pretrained: expected one of .*concrete-50-50.*, got "concrete-50-5"\. Did you mean "concrete-50-50"\?$/,
    );
  });
});
