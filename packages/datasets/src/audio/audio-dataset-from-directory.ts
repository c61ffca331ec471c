import { NdArray } from '@myelin/core';
import { checkPositive } from '../arrays/check-positive.js';
import type { Subset } from '../folders/divide.js';
import type { LabelMode } from '../folders/encode-label.js';
import { type FolderDatasetOptions, type FolderDatasets, folderDataset } from '../folders/folder-dataset.js';
import type { DataFolder } from '../folders/list-folder.js';
import { decodeWav } from './decode-wav.js';

export interface AudioDatasetOptions<
  M extends LabelMode = LabelMode,
  S extends Subset | undefined = Subset | undefined,
> extends FolderDatasetOptions<M, S> {
  /** Samples that every sound is cut to, or filled up to with silence. Default: the longest of each batch. */
  readonly outputSequenceLength?: number;
}

/**
 * Sounds in a folder that has one folder for each class, decoded batch by batch as they are asked for.
 *
 * Files called `.wav` are read, as `decodeWav` does; each keeps its own sampling rate. The same seed and `validationSplit`
 * hold the same sounds out as in Keras. Keras' `sampling_rate` (which needs tensorflow-io) and `ragged` are left out: there
 * is no resampling here, and no array of rows of different lengths.
 *
 * @returns Batches `x [batch, samples, channels]`, float32 from -1 to 1, and `y [batch]` int32, `[batch, classes]` or
 * `[batch, 1]` float32; with `subset: 'both'` a pair, of which the second is not shuffled again.
 * @throws ArgumentError when there are no sounds or not the folders that `classNames` names, and where a division has no seed;
 * FormatError, as batches are read, for a damaged file; ShapeError where `outputSequenceLength` is given and the sounds of a
 * batch differ in channels.
 * @see Keras `keras.utils.audio_dataset_from_directory`
 */
export async function audioDatasetFromDirectory<
  M extends LabelMode = 'int',
  S extends Subset | undefined = undefined,
>(directory: DataFolder, options: AudioDatasetOptions<M, S> = {}): Promise<FolderDatasets<M, S>> {
  const { outputSequenceLength } = options;
  checkPositive(who, { outputSequenceLength });
  return folderDataset(
    directory,
    {
      who,
      plural: 'sounds',
      endings: ['.wav'],
      isPadded: outputSequenceLength === undefined,
      read: async (file) => {
        const { audio } = decodeWav(await file.read(), { name: file.path });
        return outputSequenceLength === undefined ? audio : ofLength(audio, outputSequenceLength);
      },
    },
    options,
  );
}

const who = 'audioDatasetFromDirectory';

function ofLength(audio: NdArray, length: number): NdArray {
  const [samples = 0, channels = 0] = audio.shape;
  const filled = new Float32Array(length * channels);
  filled.set(audio.rows(0, Math.min(samples, length)).data as Float32Array);
  return new NdArray(filled, [length, channels]);
}
