export type { Callback, CallbackContext } from './callbacks/callback.js';
export { type CsvLoggerOptions, csvLogger } from './callbacks/csv-logger.js';
export { type EarlyStoppingOptions, earlyStopping } from './callbacks/early-stopping.js';
export { lambdaCallback } from './callbacks/lambda-callback.js';
export { type ModelCheckpointOptions, modelCheckpoint } from './callbacks/model-checkpoint.js';
export type { MonitorMode } from './callbacks/monitor.js';
export { type ProgbarLoggerOptions, type Verbosity, progbarLogger } from './callbacks/progbar-logger.js';
export { terminateOnNan } from './callbacks/terminate-on-nan.js';
export { defineModel } from './define-model.js';
export { deserializeKerasObject } from './files/deserialize-keras-object.js';
export type { CustomObjects } from './files/known-units.js';
export { type LoadOptions, fromSavedModel, loadModel, modelFromConfig } from './files/load-model.js';
export type { LoadWeightsOptions } from './files/load-weights.js';
export type { FileSource } from './files/read-bytes.js';
export { toSavedModel } from './files/save-model.js';
export type { SaveWeightsOptions } from './files/save-weights.js';
export type { ExplainedStep, Explanation } from './explain.js';
export type { FunctionalOptions } from './functional-model.js';
export { functional } from './functional.js';
export { type Gradients, gradients } from './gradients.js';
export type { Logs, Model, Predictions } from './model.js';
export type { ModelFactory, ModelSpec, ModelStepContext } from './model-class.js';
export type { QuantizeOptions } from './quantize.js';
export type { Sequential, SequentialOptions } from './sequential-model.js';
export { sequential } from './sequential.js';
export type { SummaryOptions } from './summary.js';
export type {
  CompileOptions,
  LossLike,
  MetricLike,
  Objectives,
  OptimizerLike,
} from './training/compile-options.js';
export type { CustomSteps, StepBatch, StepContext, StepLogs } from './training/custom-steps.js';
export type { DataSet, ModelInput, ModelLabels, UserBatch } from './training/data-source.js';
export type { EvaluateOptions, OnBatchOptions, PredictOptions } from './training/evaluate-options.js';
export type { FitOptions, ValidationData } from './training/fit-options.js';
export type { History } from './training/history.js';
