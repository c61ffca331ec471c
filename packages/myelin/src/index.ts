export * as activations from '@myelin/activations';
export * as boundingBoxes from '@myelin/layers/bounding-boxes';
export * as callbacks from './callbacks.js';
export * as datasets from '@myelin/datasets';
export * as initializers from '@myelin/initializers';
export * as layers from '@myelin/layers';
export * as losses from '@myelin/losses';
export * as metrics from '@myelin/metrics';
export * as ops from '@myelin/ops';
export * as optimizers from '@myelin/optimizers';
export * as quantizers from '@myelin/layers/quantizers';
export * as regularizers from '@myelin/regularizers';
export * as viz from '@myelin/viz';
export * as zoo from './zoo.js';

export { defineModel, functional, loadModel, sequential } from './models.js';
export { deserializeKerasObject, gradients } from '@myelin/models';
export { type BackendInfo, backendInfo } from './backend-info.js';
export { input } from '@myelin/layers';

export {
  type ArrayLike,
  type AnyLayer,
  type DType,
  type Layer,
  type Loss,
  type Metric,
  type Optimizer,
  type Runtime,
  type Shape,
  ArgumentError,
  DTypeError,
  FormatError,
  MyelinError,
  NdArray,
  NumericError,
  ShapeError,
  StateError,
  SymbolicTensor,
  TraceError,
  UnknownIdError,
  Variable,
  attachMask,
  clearSession,
  defineActivation,
  defineInitializer,
  defineLayer,
  maskOf,
  serializeKerasObject,
  setSeed,
  useBackend,
} from '@myelin/core';

export type {
  Callback,
  CompileOptions,
  CustomSteps,
  DataSet,
  EvaluateOptions,
  FitOptions,
  FunctionalOptions,
  History,
  LoadOptions,
  Logs,
  Model,
  ModelFactory,
  ModelInput,
  PredictOptions,
  QuantizeOptions,
  Sequential,
  StepBatch,
  StepContext,
  StepLogs,
  SummaryOptions,
  UserBatch,
  ValidationData,
} from '@myelin/models';
