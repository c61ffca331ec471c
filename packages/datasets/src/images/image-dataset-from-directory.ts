import { ArgumentError, NdArray, nextSeed } from '@myelin/core';
import { toCategorical } from '../arrays/to-categorical.js';
import type { Dataset } from '../pipeline/dataset.js';
import { fromGenerator } from '../pipeline/from-generator.js';
import type { ColorMode } from './color-mode.js';
import { decodeImage } from './decode-image.js';
import { type ImageFile, type ImageFolder, imageFilesOf } from './image-files.js';
import { numpyShuffle } from './numpy-shuffle.js';
import { type Interpolation, resizeImage } from './resize-image.js';

/**
 * How labels come: whole numbers, one-hot rows, 0 or 1 of two classes (`[batch, 1]`), or not at all.
 */
export type LabelMode = 'int' | 'categorical' | 'binary' | null;

/** Which part of the images. */
export type Subset = 'training' | 'validation' | 'both';

export interface ImageDatasetOptions<
  M extends LabelMode = LabelMode,
  S extends Subset | undefined = Subset | undefined,
> {
  /** Default `'int'`. With null all images below the folder are taken, whatever the folders in it are called. */
  readonly labelMode?: M;
  /** The folders that are classes, in the order of their numbers. Default: all of them, by name. */
  readonly classNames?: readonly string[];
  /** Default `'rgb'`. */
  readonly colorMode?: ColorMode;
  /** Images a batch; null for single images. Default 32. */
  readonly batchSize?: number | null;
  /** What every image is resized to. Default `[256, 256]`. */
  readonly imageSize?: readonly [height: number, width: number];
  /** Whether images come in random order, another one each pass. Default true. */
  readonly shuffle?: boolean;
  /** Makes order and division repeatable. Default: the seed that `setSeed` set. */
  readonly seed?: number;
  /** Share of the images that is held out, above 0 and below 1. */
  readonly validationSplit?: number;
  /** What of a division is wanted: images to learn from, those held out, or a pair of both. */
  readonly subset?: S;
  /** Default `'bilinear'`. */
  readonly interpolation?: Interpolation;
}

/** Images, and labels where there are any, as `fit`, `evaluate` and `predict` take them. */
export type ImageBatch<M extends LabelMode> = M extends null
  ? { readonly x: NdArray }
  : { readonly x: NdArray; readonly y: NdArray };

/** Batches of images from files, and where they come from. */
export type ImageDataset<M extends LabelMode = LabelMode> = Dataset<ImageBatch<M>> & {
  /** What the numbers of the classes stand for; empty without labels. */
  readonly classNames: readonly string[];
  /** The files below the folder, in the order in which they come where nothing is shuffled. */
  readonly filePaths: readonly string[];
};

/**
 * Images in a folder that has one folder for each class, decoded batch by batch as they are asked for.
 *
 * The same seed and `validationSplit` hold the same images out as in Keras: all are shuffled once by the seed, and the last
 * ones are for validation. PNG and JPEG files are read.
 *
 * @returns Batches `x [batch, height, width, channels]`, float32 from 0 to 255, and `y [batch]` int32, `[batch, classes]` or
 * `[batch, 1]` float32; with `subset: 'both'` a pair, of which the second is not shuffled again.
 * @throws ArgumentError when there are no images or not the folders that `classNames` names, and where a division has no seed.
 * @see Keras `keras.utils.image_dataset_from_directory`
 */
export async function imageDatasetFromDirectory<
  M extends LabelMode = 'int',
  S extends Subset | undefined = undefined,
>(
  directory: ImageFolder,
  options: ImageDatasetOptions<M, S> = {},
): Promise<S extends 'both' ? [training: ImageDataset<M>, validation: ImageDataset<M>] : ImageDataset<M>> {
  const { shuffle = true, seed, validationSplit } = options;
  const subset: Subset | undefined = options.subset;
  checkDivision({ shuffle, seed, validationSplit, subset });
  const from = seed ?? nextSeed();
  const { samples, classNames } = indexFolder(await imageFilesOf(directory), options);
  const order = numpyShuffle(samples.length, from);
  const ordered = shuffle ? Array.from(order, (i) => samples[i] as Sample) : samples;
  const held = Math.floor((validationSplit ?? 0) * ordered.length);
  const parts = {
    training: ordered.slice(0, ordered.length - held),
    validation: ordered.slice(ordered.length - held),
  };
  const make = (part: readonly Sample[], isShuffled: boolean): ImageDataset<M> => {
    if (part.length === 0)
      throw wrong('images in folders, one for each class', `none for ${subset ?? 'the data set'}`);
    return datasetOf(part, classNames, isShuffled ? from : undefined, options);
  };
  const made =
    subset === 'both'
      ? [make(parts.training, shuffle), make(parts.validation, false)]
      : make(parts[subset ?? 'training'], shuffle);
  return made as S extends 'both' ? [ImageDataset<M>, ImageDataset<M>] : ImageDataset<M>;
}

interface Sample {
  readonly file: ImageFile;
  readonly label: number;
}

function indexFolder(
  files: readonly ImageFile[],
  { labelMode = 'int', classNames: wanted }: Pick<ImageDatasetOptions, 'labelMode' | 'classNames'>,
): { samples: Sample[]; classNames: readonly string[] } {
  if (labelMode === null) return { samples: files.map((file) => ({ file, label: 0 })), classNames: [] };
  const byFolder = new Map<string, ImageFile[]>();
  for (const file of files) {
    const [folder = '', ...rest] = file.path.split('/');
    if (rest.length === 0 || folder.startsWith('.')) continue;
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const folders = [...byFolder.keys()].sort();
  const missing = wanted?.filter((name) => !byFolder.has(name)) ?? [];
  if (missing.length > 0)
    throw wrong(`classNames from the folders ${folders.join(', ')}`, missing.join(', '));
  const classNames = wanted ?? folders;
  if (labelMode === 'binary' && classNames.length !== 2) {
    throw wrong("two classes for labelMode 'binary'", String(classNames.length));
  }
  const samples = classNames.flatMap((name, label) =>
    (byFolder.get(name) ?? []).map((file) => ({ file, label })),
  );
  return { samples, classNames };
}

function datasetOf<M extends LabelMode>(
  samples: readonly Sample[],
  classNames: readonly string[],
  seed: number | undefined,
  options: ImageDatasetOptions<M>,
): ImageDataset<M> {
  const { labelMode = 'int', colorMode = 'rgb', imageSize = [256, 256], batchSize = 32 } = options;
  const { interpolation = 'bilinear' } = options;
  const read = async ({ file, label }: Sample): Promise<{ x: NdArray; y?: NdArray }> => {
    const image = await decodeImage(await file.read(), { colorMode, name: file.path });
    const x = resizeImage(image, imageSize, interpolation);
    return labelMode === null ? { x } : { x, y: encodeLabel(label, labelMode, classNames.length) };
  };
  const inOrder = fromGenerator(() => samples, samples.length);
  const drawn = seed === undefined ? inOrder : inOrder.shuffle(samples.length, { seed });
  const images = drawn.map(read);
  const batches = batchSize === null ? images : images.batch(batchSize);
  const filePaths = samples.map(({ file }) => file.path);
  return Object.assign(batches, { classNames, filePaths }) as unknown as ImageDataset<M>;
}

function encodeLabel(label: number, mode: 'int' | 'categorical' | 'binary', classes: number): NdArray {
  switch (mode) {
    case 'int':
      return new NdArray(Int32Array.of(label), []);
    case 'binary':
      return new NdArray(Float32Array.of(label), [1]);
    case 'categorical':
      return toCategorical([label], classes).reshape([classes]);
  }
}

function checkDivision(
  options: Readonly<Record<'shuffle' | 'seed' | 'validationSplit' | 'subset', unknown>>,
): void {
  const { shuffle, seed, validationSplit, subset } = options;
  if ((validationSplit === undefined) !== (subset === undefined)) {
    throw wrong('validationSplit and subset together', 'one of them');
  }
  if (typeof validationSplit === 'number' && !(validationSplit > 0 && validationSplit < 1)) {
    throw wrong('validationSplit between 0 and 1', String(validationSplit));
  }
  if (validationSplit !== undefined && shuffle === true && seed === undefined) {
    throw wrong(
      'a seed, without which what is learned from and what is held out could overlap',
      'validationSplit with shuffle, and no seed',
    );
  }
}

function wrong(expected: string, got: string): ArgumentError {
  return new ArgumentError({ who: 'imageDatasetFromDirectory', expected, got });
}
