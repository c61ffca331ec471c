import { ArgumentError, type NdArray } from '@myelin/core';
import type { Subset } from '../folders/divide.js';
import type { LabelMode } from '../folders/encode-label.js';
import { type FolderDatasetOptions, type FolderDatasets, folderDataset } from '../folders/folder-dataset.js';
import type { DataFolder } from '../folders/list-folder.js';
import type { ColorMode } from './color-mode.js';
import { cropToAspectRatio } from './crop-to-aspect-ratio.js';
import { decodeImage } from './decode-image.js';
import type { Interpolation } from './interpolation.js';
import { resizeImage } from './resize-image.js';
import { resizeWithPad } from './resize-with-pad.js';

export interface ImageDatasetOptions<
  M extends LabelMode = LabelMode,
  S extends Subset | undefined = Subset | undefined,
> extends FolderDatasetOptions<M, S> {
  /** Default `'rgb'`. */
  readonly colorMode?: ColorMode;
  /** What every image is resized to. Default `[256, 256]`. */
  readonly imageSize?: readonly [height: number, width: number];
  /** Default `'bilinear'`. */
  readonly interpolation?: Interpolation;
  /** Whether images of other proportions lose what sticks out, rather than being distorted. Default false. */
  readonly cropToAspectRatio?: boolean;
  /** Whether images of other proportions get black bars, rather than being distorted. Default false. */
  readonly padToAspectRatio?: boolean;
}

/**
 * Images in a folder that has one folder for each class, decoded batch by batch as they are asked for.
 *
 * The same seed and `validationSplit` hold the same images out as in Keras: all are shuffled once by the seed, and the last
 * ones are for validation. PNG and JPEG files are read. Pictures made smaller are not blurred first.
 *
 * @returns Batches `x [batch, height, width, channels]`, float32 from 0 to 255 (a little beyond, where the interpolation
 * overshoots), and `y [batch]` int32, `[batch, classes]` or `[batch, 1]` float32; with `subset: 'both'` a pair, of which the
 * second is not shuffled again.
 * @throws ArgumentError when there are no images or not the folders that `classNames` names, where a division has no seed, and
 * for images that are to be cropped and padded.
 * @see Keras `keras.utils.image_dataset_from_directory`
 */
export async function imageDatasetFromDirectory<
  M extends LabelMode = 'int',
  S extends Subset | undefined = undefined,
>(directory: DataFolder, options: ImageDatasetOptions<M, S> = {}): Promise<FolderDatasets<M, S>> {
  const { colorMode = 'rgb' } = options;
  const toSize = resizing(options);
  return folderDataset(
    directory,
    {
      who,
      plural: 'images',
      endings: ['.png', '.jpg', '.jpeg'],
      read: async (file) => toSize(await decodeImage(await file.read(), { colorMode, name: file.path })),
    },
    options,
  );
}

const who = 'imageDatasetFromDirectory';

function resizing(options: ImageDatasetOptions): (image: NdArray) => NdArray {
  const { imageSize = [256, 256], interpolation = 'bilinear' } = options;
  const { cropToAspectRatio: isCropped = false, padToAspectRatio: isPadded = false } = options;
  if (isCropped && isPadded) {
    throw new ArgumentError({ who, expected: 'cropToAspectRatio or padToAspectRatio', got: 'both' });
  }
  if (isPadded) return (image) => resizeWithPad(image, imageSize, interpolation);
  if (isCropped) return (image) => resizeImage(cropToAspectRatio(image, imageSize), imageSize, interpolation);
  return (image) => resizeImage(image, imageSize, interpolation);
}
