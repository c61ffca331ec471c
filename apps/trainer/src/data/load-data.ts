import path from 'node:path';
import type { NdArray } from '@myelin/core';
import { datasets } from 'myelin';
import type { CsvData, NamedData } from '../config/training-config.js';
import { readInput } from '../files/read-input.js';
import type { Examples } from './shuffle-rows.js';

export type Task = 'regression' | 'classification';

/** Examples to learn from, with numbers or class numbers as labels, and what they are for. */
export interface TrainingData extends Examples {
  readonly task: Task;
  /** Whether the model should bring the columns to mean 0 and variance 1. */
  readonly standardize: boolean;
  /** Examples that the data set keeps for testing. */
  readonly test: Examples | null;
}

/** The data of a config; paths count from `folder`. */
export async function loadData(data: NamedData | CsvData, folder: string): Promise<TrainingData> {
  if ('csv' in data) {
    const file = path.resolve(folder, data.csv);
    const { target, features, task, standardize } = data;
    const text = (await readInput(file)).toString('utf8');
    const table = datasets.fromCsv(text, {
      target,
      name: data.csv,
      ...(features === undefined ? {} : { features }),
    });
    return { x: table.x, y: table.y, task, standardize, test: null };
  }
  if (data.dataset === 'concrete') {
    return { ...(await datasets.concrete()), task: 'regression', standardize: true, test: null };
  }
  const { train, test } = await imageSets[data.dataset]();
  const pixels = (images: NdArray): NdArray => datasets.scalePixels(images, [...images.shape.slice(1), 1]);
  return {
    x: pixels(train.x),
    y: train.y,
    task: 'classification',
    standardize: false,
    test: { x: pixels(test.x), y: test.y },
  };
}

const imageSets = {
  digits: datasets.digits,
  mnist: datasets.mnist,
  fashionMnist: datasets.fashionMnist,
};
