import type { Model } from '@myelin/models';
import { describe, expect, it } from 'vitest';
import { digitCnn, digitMlp, pretrained, tabularClassifier, tabularRegressor } from './index.js';

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

  it('refuses models that are not there', async () => {
    await expect(pretrained('concrete-50-5' as 'concrete-50-50')).rejects.toThrow(
      /^pretrained: expected one of concrete-50-50, .*, got "concrete-50-5". Did you mean "concrete-50-50"\?$/,
    );
  });
});
