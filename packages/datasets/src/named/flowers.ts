import { NdArray } from '@myelin/core';
import { parseTar } from 'nanotar';
import { inFolderOrder } from '../folders/in-folder-order.js';
import { decodeImage } from '../images/decode-image.js';
import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, loadFile } from '../files/load-file.js';
import { stack } from '../pipeline/stack.js';
import type { Examples } from './examples.js';

/** Images of several kinds, with the names of the kinds. */
export interface ClassifiedImages extends Examples {
  /** What the numbers in `y` stand for. */
  readonly classNames: readonly string[];
}

const hint =
  'They are a selection from the photos of TensorFlow’s `flower_photos`; a server that has this file is named by `baseUrl`.';
const sha256 = '31a28ad718bbcdac7a044ab20ecb800ec944019b9283d60d96ab739c592ff1d3';

/**
 * 400 photos of five kinds of flowers, 80 of each, in colour (four are grey), 128x128 pixels: a selection from TensorFlow's
 * `flower_photos`.
 *
 * No server is known to have this selection for good. It is looked for in the folder that the environment variable
 * `MYELIN_DATA_MIRROR` names, as `photos/flower_photos_400_128px.tar.gz`, and else fetched from your own `baseUrl` and kept.
 *
 * `x [400, 128, 128, 3]`, uint8 from 0 to 255; `y [400]`, uint8 from 0 to 4, kind by kind: shuffle before splitting.
 *
 * @throws StateError when there is neither a mirror nor a `baseUrl`, or the download fails; FormatError for another file.
 * @see The photos are from Flickr, each under CC BY 2.0 of its photographer; a file's name begins with the number of its page
 */
export async function flowers(options: RemoteOptions = {}): Promise<ClassifiedImages> {
  const { baseUrl, ...loading } = options;
  const url = baseUrl === undefined ? null : addressIn(baseUrl, 'flower_photos_400_128px.tar.gz');
  const tar = await loadFile({ name: 'photos/flower_photos_400_128px.tar.gz', url, sha256, hint }, loading);
  const photos = inFolderOrder(
    parseTar(new Uint8Array(tar), { filter: ({ type }) => type === 'file' }).map(({ name, data }) => ({
      path: name.replace(/^\.\//, ''),
      bytes: data ?? new Uint8Array(),
    })),
  );
  const kindOf = ({ path }: { readonly path: string }): string => path.split('/')[0] ?? '';
  const classNames = [...new Set(photos.map(kindOf))];
  const images = await Promise.all(photos.map(({ path, bytes }) => decodeImage(bytes, { name: path })));
  return {
    x: stack(images),
    y: new NdArray(Uint8Array.from(photos, (photo) => classNames.indexOf(kindOf(photo)))),
    classNames,
  };
}
