import {
  type AnyLayer,
  NdArray,
  type Shape,
  ShapeError,
  UnknownIdError,
  formatShape,
  nearest,
  shapeSize,
} from '@myelin/core';
import type { ColumnStatistics } from '@myelin/datasets';
import type { Model } from '@myelin/models';
import { input, layers, sequential, zoo } from 'myelin';
import type { LayerEntry, TrainingConfig, ZooEntry } from './training-config.js';

/** What the data ask of the model. */
export interface ModelInputs {
  /** Shape of one example. */
  readonly shape: readonly number[];
  /** Mean and variance of the columns; null leaves them as they are. */
  readonly columns: ColumnStatistics | null;
  /** Mean and variance of the quantity to predict; null leaves it as it is. */
  readonly target: ColumnStatistics | null;
}

/**
 * The model of a config for data of a shape.
 *
 * What standardizes columns and target are frozen layers, so that the saved model speaks in the units of the data, in
 * Keras too.
 */
export function makeModel(config: TrainingConfig['model'], { shape, columns, target }: ModelInputs): Model {
  if ('zoo' in config && columns === null && target === null) return zooModel(config, shape);
  const parts = 'zoo' in config ? [zooModel(config, shape)] : config.map(makeLayer);
  const model = sequential([
    input({ shape }),
    ...(columns === null ? [] : [standardizing(columns)]),
    ...parts,
  ]);
  if (target !== null) {
    checkSingleOutput(model);
    model.add(restoring(target));
  }
  return model;
}

function zooModel(config: ZooEntry, shape: readonly number[]): Model {
  const options = Object.fromEntries(Object.entries(config).filter(([key]) => key !== 'zoo'));
  switch (config.zoo) {
    case 'tabularRegressor':
      return zoo.tabularRegressor({ ...options, features: shapeSize(shape) });
    case 'digitMlp':
      return zoo.digitMlp({ ...options, pixels: shapeSize(shape) });
    case 'digitCnn':
      return zoo.digitCnn({ ...options, imageShape: imageShape(shape) });
  }
}

function imageShape(shape: readonly number[]): [number, number, number] {
  const [height = 1, width = 1, channels = 1] = shape;
  return [height, width, channels];
}

/** `y = (x - mean) / √variance` */
function standardizing({ mean, variance }: ColumnStatistics): AnyLayer {
  const layer = layers.batchNormalization({
    name: 'standardize',
    trainable: false,
    center: false,
    scale: false,
    // Far below the variance of any column that is not constant.
    epsilon: 1e-12,
  });
  layer.build([null, mean.length]);
  layer.setWeights([new NdArray(mean), new NdArray(variance)]);
  return layer;
}

/** `y = √variance · x + mean` */
function restoring({ mean, variance }: ColumnStatistics): AnyLayer {
  const layer = layers.dense({ name: 'restore', trainable: false, units: 1 });
  layer.build([null, 1]);
  layer.setWeights([new NdArray(variance.map(Math.sqrt), [1, 1]), new NdArray(mean)]);
  return layer;
}

function checkSingleOutput(model: Model): void {
  const output = model.computeOutputShape(model.inputShape as never) as Shape;
  if (output.length === 2 && output[1] === 1) return;
  throw new ShapeError({
    who: 'model',
    expected: `an output of shape ${formatShape([null, 1])} for a regression`,
    got: formatShape(output),
    hint: 'End with { "layer": "dense", "units": 1 }.',
  });
}

function makeLayer({ layer, ...options }: LayerEntry, index: number): AnyLayer {
  const factories = Object.entries(layers).filter(
    ([name, value]) => 'fromConfig' in value && name !== 'inputLayer',
  );
  const found = factories.find(([name]) => name === layer);
  if (found !== undefined) return (found[1] as (options: object) => AnyLayer)(options);
  const names = factories.map(([name]) => name);
  const near = nearest(layer, names);
  throw new UnknownIdError({
    who: `model.${index}`,
    expected: 'the name of a layer',
    got: JSON.stringify(layer),
    hint: near === undefined ? `Known are ${names.join(', ')}.` : `Did you mean "${near}"?`,
  });
}
