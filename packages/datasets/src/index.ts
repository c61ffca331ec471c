export { type NormalizeOptions, normalize } from './arrays/normalize.js';
export { type PadSequencesOptions, padSequences } from './arrays/pad-sequences.js';
export { type SplitDatasetOptions, splitDataset } from './arrays/split-dataset.js';
export { type ColumnStatistics, columnStatistics, standardize, unstandardize } from './arrays/standardize.js';
export { toCategorical } from './arrays/to-categorical.js';
export { Dataset } from './pipeline/dataset.js';
export { fromArrays } from './pipeline/from-arrays.js';
export { fromGenerator } from './pipeline/from-generator.js';
export type { Batched } from './pipeline/stack.js';
export {
  type TimeseriesOptions,
  timeseriesDatasetFromArray,
} from './pipeline/timeseries-dataset-from-array.js';
export { type FromCsvOptions, fromCsv } from './files/from-csv.js';
export type { LoadOptions } from './files/load-file.js';
export { readIdx } from './files/read-idx.js';
export type { DownloadOptions, DownloadProgress } from './files/remote-file.js';
export { autoMpg } from './named/auto-mpg.js';
export { breastCancer } from './named/breast-cancer.js';
export { type CaliforniaHousingOptions, californiaHousing } from './named/california-housing.js';
export { concrete } from './named/concrete.js';
export { diabetes } from './named/diabetes.js';
export { digits } from './named/digits.js';
export type { ClassTable, Examples, Table, TrainTest } from './named/examples.js';
export { fashionMnist, fashionMnistClasses } from './named/fashion-mnist.js';
export { type FilmRatings, filmRatings } from './named/film-ratings.js';
export { iris } from './named/iris.js';
export type { RemoteOptions } from './named/load-idx-images.js';
export { mnist } from './named/mnist.js';
export { penguins } from './named/penguins.js';
export type { TableOptions } from './named/table-from-columns.js';
export { wine } from './named/wine.js';
