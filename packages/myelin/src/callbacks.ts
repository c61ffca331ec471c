export {
  type Callback,
  type CallbackContext,
  type CsvLoggerOptions,
  type EarlyStoppingOptions,
  type ModelCheckpointOptions,
  type ProgbarLoggerOptions,
  csvLogger,
  earlyStopping,
  lambdaCallback,
  modelCheckpoint,
  progbarLogger,
  terminateOnNan,
} from '@myelin/models';
