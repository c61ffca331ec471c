import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** Predicts one number from the columns of a table: 50-50-1 unless told otherwise. */
export const concreteRegressor: typeof zoo.concreteRegressor = /* @__PURE__ */ withDefaultBackend(
  zoo.concreteRegressor,
);

/** Tells what an image shows, taking its pixels as one vector: 784-784-100-10 unless told otherwise. */
export const digitMlp: typeof zoo.digitMlp = /* @__PURE__ */ withDefaultBackend(zoo.digitMlp);

/** Tells what an image shows, by convolutions and pooling. */
export const digitCnn: typeof zoo.digitCnn = /* @__PURE__ */ withDefaultBackend(zoo.digitCnn);

export type { ConcreteRegressorOptions, DigitCnnOptions, DigitMlpOptions } from '@myelin/zoo';
