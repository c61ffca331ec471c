import { ArgumentError, type NdArray, nextSeed } from '@myelin/core';
import type { Dataset } from '../pipeline/dataset.js';
import { fromGenerator } from '../pipeline/from-generator.js';
import { type DivideOptions, type Subset, checkDivision, divide } from './divide.js';
import { type LabelMode, encodeLabel } from './encode-label.js';
import { type FindSamplesOptions, type Sample, type Samples, findSamples } from './find-samples.js';
import { type DataFolder, type FolderFile, listFolder } from './list-folder.js';
import { numpyShuffle } from './numpy-shuffle.js';

/** What `imageDatasetFromDirectory`, `textDatasetFromDirectory` and `audioDatasetFromDirectory` have in common. */
export interface FolderDatasetOptions<
  M extends LabelMode = LabelMode,
  S extends Subset | undefined = Subset | undefined,
>
  extends FindSamplesOptions<M>, DivideOptions<S> {
  /** Files a batch; null for single ones. Default 32. */
  readonly batchSize?: number | null;
}

/** What was in files, and labels where there are any, as `fit`, `evaluate` and `predict` take them. */
export type LabelledBatch<M extends LabelMode> = M extends null
  ? { readonly x: NdArray }
  : { readonly x: NdArray; readonly y: NdArray };

/** Batches from files, and where they come from. */
export type FolderDataset<M extends LabelMode = LabelMode> = Dataset<LabelledBatch<M>> & {
  /** What the numbers of the classes stand for; empty without labels. */
  readonly classNames: readonly string[];
  /** The files below the folder, in the order in which they come where nothing is shuffled. */
  readonly filePaths: readonly string[];
};

/** What a folder is read as: with `subset: 'both'` a pair, of which the second is not shuffled again. */
export type FolderDatasets<M extends LabelMode, S extends Subset | undefined> = S extends 'both'
  ? [training: FolderDataset<M>, validation: FolderDataset<M>]
  : FolderDataset<M>;

/** Which files of a folder are wanted, and how one of them is read. */
export interface FileKind {
  /** The function that was called, for errors. */
  readonly who: string;
  /** What is in the files, for errors: `'images'`. */
  readonly plural: string;
  /** How names of the files end, in small letters. */
  readonly endings: readonly string[];
  read(file: FolderFile): Promise<NdArray>;
  /** Whether batches are filled up to the longest of their elements. Default false. */
  readonly isPadded?: boolean;
}

/**
 * The files of one kind in a folder that has one folder for each class, read batch by batch as they are asked for.
 *
 * All are shuffled once by the seed, and the last ones are held out, so that it is the same ones as in Keras.
 *
 * @throws ArgumentError when there are no such files, StateError when the folder cannot be read; see `checkDivision` and
 * `findSamples`.
 * @see Keras `keras.src.utils.dataset_utils`
 */
export async function folderDataset<M extends LabelMode, S extends Subset | undefined>(
  folder: DataFolder,
  kind: FileKind,
  options: FolderDatasetOptions<M, S>,
): Promise<FolderDatasets<M, S>> {
  const { who, endings } = kind;
  checkDivision(options, who);
  const { shuffle = true, seed = nextSeed(), validationSplit } = options;
  const subset: Subset | undefined = options.subset;
  const { files, folders } = await listFolder(folder, who);
  const wanted = files.filter(({ path }) => endings.some((ending) => path.toLowerCase().endsWith(ending)));
  const { samples, classNames } = findSamples({ files: wanted, folders }, options, who);
  const ordered = shuffle
    ? Array.from(numpyShuffle(samples.length, seed), (i) => samples[i] as Sample)
    : samples;
  const parts = divide(ordered, validationSplit);
  const make = (part: 'training' | 'validation', isShuffled: boolean): FolderDataset<M> => {
    checkFound(parts[part], kind, options);
    return datasetOf({ samples: parts[part], classNames }, kind, {
      ...options,
      seed: isShuffled ? seed : undefined,
    });
  };
  const made =
    subset === 'both'
      ? [make('training', shuffle), make('validation', false)]
      : make(subset ?? 'training', shuffle);
  return made as FolderDatasets<M, S>;
}

function checkFound(
  samples: readonly Sample[],
  { who, plural, endings }: FileKind,
  { labelMode, subset }: FolderDatasetOptions,
): void {
  if (samples.length > 0) return;
  const where = labelMode === null ? 'in the folder' : 'in folders, one for each class';
  throw new ArgumentError({
    who,
    expected: `${plural} ${where}, in files that end in ${endings.join(', ')}`,
    got: `none for ${subset ?? 'the data set'}`,
  });
}

function datasetOf<M extends LabelMode>(
  { samples, classNames }: Samples,
  kind: FileKind,
  options: Pick<FolderDatasetOptions<M>, 'labelMode' | 'batchSize'> & { readonly seed: number | undefined },
): FolderDataset<M> {
  const { labelMode = 'int', batchSize = 32, seed } = options;
  const read = async ({ file, label }: Sample): Promise<{ x: NdArray; y?: NdArray }> => {
    const x = await kind.read(file);
    return labelMode === null ? { x } : { x, y: encodeLabel(label, labelMode, classNames.length) };
  };
  const inOrder = fromGenerator(() => samples, samples.length);
  const drawn = seed === undefined ? inOrder : inOrder.shuffle(samples.length, { seed });
  const elements = drawn.map(read);
  const filePaths = samples.map(({ file }) => file.path);
  return Object.assign(inBatches(elements, batchSize, kind.isPadded ?? false), {
    classNames,
    filePaths,
  }) as unknown as FolderDataset<M>;
}

function inBatches<T>(elements: Dataset<T>, size: number | null, isPadded: boolean): Dataset<unknown> {
  if (size === null) return elements;
  return isPadded ? elements.paddedBatch(size) : elements.batch(size);
}
