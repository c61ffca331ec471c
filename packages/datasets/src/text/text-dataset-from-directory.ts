import { FormatError, NdArray } from '@myelin/core';
import { checkPositive } from '../arrays/check-positive.js';
import type { Subset } from '../folders/divide.js';
import type { LabelMode } from '../folders/encode-label.js';
import { type FolderDatasetOptions, type FolderDatasets, folderDataset } from '../folders/folder-dataset.js';
import type { DataFolder } from '../folders/list-folder.js';

export interface TextDatasetOptions<
  M extends LabelMode = LabelMode,
  S extends Subset | undefined = Subset | undefined,
> extends FolderDatasetOptions<M, S> {
  /** Letters after which texts are cut. Default: texts stay whole. */
  readonly maxLength?: number;
}

/**
 * Texts in a folder that has one folder for each class, read batch by batch as they are asked for.
 *
 * Files called `.txt` are read, as UTF-8. The same seed and `validationSplit` hold the same texts out as in Keras.
 * `maxLength` counts letters, as Keras does with `format="grain"`; with `"tf"` it counts bytes, and cuts through letters.
 *
 * @returns Batches `x [batch]`, strings, and `y [batch]` int32, `[batch, classes]` or `[batch, 1]` float32; with
 * `subset: 'both'` a pair, of which the second is not shuffled again.
 * @example
 * ```ts
 * const files = [new File(['a good film'], 'a.txt'), new File(['a bad one'], 'b.txt')];
 * const texts = await textDatasetFromDirectory(files, { labelMode: null, shuffle: false, maxLength: 6 });
 * const seen = [];
 * for await (const { x } of texts) seen.push(x.toArray());
 * seen; // [['a good', 'a bad ']]
 * ```
 * @throws ArgumentError when there are no texts or not the folders that `classNames` names, and where a division has no seed;
 * FormatError, as batches are read, for a file that is not UTF-8.
 * @see Keras `keras.utils.text_dataset_from_directory`
 */
export async function textDatasetFromDirectory<
  M extends LabelMode = 'int',
  S extends Subset | undefined = undefined,
>(directory: DataFolder, options: TextDatasetOptions<M, S> = {}): Promise<FolderDatasets<M, S>> {
  const { maxLength } = options;
  checkPositive(who, { maxLength });
  return folderDataset(
    directory,
    {
      who,
      plural: 'texts',
      endings: ['.txt'],
      read: async (file) => {
        const text = decodeUtf8(await file.read(), file.path);
        const kept = maxLength === undefined ? text : Array.from(text).slice(0, maxLength).join('');
        return new NdArray([kept], []);
      },
    },
    options,
  );
}

const who = 'textDatasetFromDirectory';

/** A byte order mark stays, as in Keras. */
function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new FormatError({
      who: name,
      expected: 'a text in UTF-8',
      got: `${bytes.length} bytes that are none`,
      hint: 'Save it in that encoding.',
      cause,
    });
  }
}
