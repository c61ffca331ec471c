export { encodeDna } from './arrays/encode-dna.js';
export { type NormalizeOptions, normalize } from './arrays/normalize.js';
export { type PadSequencesOptions, padSequences } from './arrays/pad-sequences.js';
export { type Pca, type PcaOptions, pca, project, unproject } from './arrays/pca.js';
export { scalePixels } from './arrays/scale-pixels.js';
export { type SplitDatasetOptions, splitDataset } from './arrays/split-dataset.js';
export { type ColumnStatistics, columnStatistics, standardize, unstandardize } from './arrays/standardize.js';
export { toCategorical } from './arrays/to-categorical.js';
export { type AudioDatasetOptions, audioDatasetFromDirectory } from './audio/audio-dataset-from-directory.js';
export { type DecodeWavOptions, type DecodedWav, decodeWav } from './audio/decode-wav.js';
export { type FromCsvOptions, fromCsv } from './files/from-csv.js';
export type { LoadOptions, RemoteOptions } from './files/load-file.js';
export { readIdx } from './files/read-idx.js';
export type { DownloadOptions, DownloadProgress } from './files/remote-file.js';
export type { Subset } from './folders/divide.js';
export type { LabelMode } from './folders/encode-label.js';
export type {
  FolderDataset,
  FolderDatasetOptions,
  FolderDatasets,
  LabelledBatch,
} from './folders/folder-dataset.js';
export type { DataFolder } from './folders/list-folder.js';
export type { ColorMode } from './images/color-mode.js';
export { type DecodeImageOptions, decodeImage } from './images/decode-image.js';
export {
  type ImageDatasetOptions,
  imageDatasetFromDirectory,
} from './images/image-dataset-from-directory.js';
export type { Interpolation } from './images/interpolation.js';
export {
  type Addition,
  type AdditionsOptions,
  type TrainTestAdditions,
  additions,
} from './named/additions.js';
export { airlinePassengers } from './named/airline-passengers.js';
export { autoMpg } from './named/auto-mpg.js';
export { beijingPollution } from './named/beijing-pollution.js';
export { breastCancer } from './named/breast-cancer.js';
export { type CaliforniaHousingOptions, californiaHousing } from './named/california-housing.js';
export { concrete } from './named/concrete.js';
export { dailyTemperatures } from './named/daily-temperatures.js';
export { diabetes } from './named/diabetes.js';
export { digits } from './named/digits.js';
export type { ClassTable, Examples, Table, TrainTest } from './named/examples.js';
export { fashionMnist, fashionMnistClasses } from './named/fashion-mnist.js';
export { type FilmRatings, filmRatings } from './named/film-ratings.js';
export { firstNames } from './named/first-names.js';
export { type ClassifiedImages, flowers } from './named/flowers.js';
export type { GeneSequences } from './named/gene-sequences.js';
export { imdbReviews } from './named/imdb-reviews.js';
export { iris } from './named/iris.js';
export { mnist } from './named/mnist.js';
export { movieReviewSentences } from './named/movie-review-sentences.js';
export { type PenDrawing, penLetters } from './named/pen-letters.js';
export { penguins } from './named/penguins.js';
export { promoters } from './named/promoters.js';
export { spliceJunctions } from './named/splice-junctions.js';
export { sunspots } from './named/sunspots.js';
export type { TableOptions } from './named/table-from-columns.js';
export type { TimeSeries } from './named/time-series.js';
export { tinyShakespeare } from './named/tiny-shakespeare.js';
export { wine } from './named/wine.js';
export { Dataset } from './pipeline/dataset.js';
export { fromArrays } from './pipeline/from-arrays.js';
export { fromGenerator } from './pipeline/from-generator.js';
export type { Batched } from './pipeline/stack.js';
export {
  type TimeseriesOptions,
  timeseriesDatasetFromArray,
} from './pipeline/timeseries-dataset-from-array.js';
export { lettersOf } from './text/letters-of.js';
export { type TextDatasetOptions, textDatasetFromDirectory } from './text/text-dataset-from-directory.js';
export { type TextWindowsOptions, textWindows } from './text/text-windows.js';
