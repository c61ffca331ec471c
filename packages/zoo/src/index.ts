export { type ConcreteRegressorOptions, concreteRegressor } from './concrete-regressor.js';
export { type DigitCnnOptions, digitCnn } from './digit-cnn.js';
export { type DigitMlpOptions, digitMlp } from './digit-mlp.js';
