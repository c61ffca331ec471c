import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, loadFile } from '../files/load-file.js';

/**
 * 29,494 first names in small letters from a to z, of 2 to 15 letters, the frequent ones first.
 *
 * They were given to children in the United States. The file lists 32,033; those that come up a second time, as names of
 * both girls and boys do, are left out here, so that a name that is held out was not learned from.
 *
 * Downloads 0.2 MB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `text/names.txt`.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see Andrej Karpathy, makemore, 2022, which put the names together
 */
export async function firstNames(options: RemoteOptions = {}): Promise<string[]> {
  const { baseUrl = 'https://raw.githubusercontent.com/karpathy/makemore/master/', ...loading } = options;
  const bytes = await loadFile(
    {
      name: 'text/names.txt',
      url: addressIn(baseUrl, 'names.txt'),
      sha256: '0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d',
    },
    loading,
  );
  return [...new Set(new TextDecoder().decode(bytes).trim().split('\n'))];
}
