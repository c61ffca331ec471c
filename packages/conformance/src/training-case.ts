import { type NdArray, camelKeys } from '@myelin/core';
import type { FitOptions, Model } from '@myelin/models';
import { type TrainingCase, expectClose } from '@myelin/testing';
import { expect } from 'vitest';
import { bare } from './bare.js';

/** The options that Keras trained with. */
export function optionsOf({ fit, sampleWeight, validation }: TrainingCase): FitOptions {
  return {
    ...camelKeys(fit),
    verbose: 0,
    shuffle: false,
    ...(sampleWeight === undefined ? {} : { sampleWeight }),
    ...(validation === undefined
      ? {}
      : {
          validationData: {
            x: bare(validation.x),
            y: bare(validation.y),
            ...(validation.sampleWeight === undefined ? {} : { sampleWeight: validation.sampleWeight }),
          },
        }),
  };
}

/** Fails unless a model has the weights that Keras ended with. */
export async function expectWeights(model: Model, expected: TrainingCase['weightsAfter']): Promise<void> {
  const weights = await model.getWeights();
  expect(model.weights.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
  // Adam turns rounding noise of tiny gradients into whole steps, hence the wider tolerance of long runs.
  weights.forEach((weight, i) => {
    expectClose(weight, expected[i]?.value as NdArray, {
      rtol: 1e-4,
      atol: 1e-6,
      what: expected[i]?.path ?? '',
    });
  });
}
