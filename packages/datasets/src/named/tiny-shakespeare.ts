import { addressIn } from '../files/address-in.js';
import { type RemoteOptions, loadFile } from '../files/load-file.js';

/**
 * Shakespeare's plays, 1,115,394 characters of them: 65 different ones, of which each is a letter, a mark, a space or an
 * end of line.
 *
 * Downloads 1.1 MB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `text/tinyshakespeare_input.txt`.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see Andrej Karpathy, char-rnn, 2015, which put the text together
 */
export async function tinyShakespeare(options: RemoteOptions = {}): Promise<string> {
  const {
    baseUrl = 'https://raw.githubusercontent.com/karpathy/char-rnn/6f9487a6fe5b420b7ca9afb0d7c078e37c1d1b4e/data/tinyshakespeare/',
    ...loading
  } = options;
  const bytes = await loadFile(
    {
      name: 'text/tinyshakespeare_input.txt',
      url: addressIn(baseUrl, 'input.txt'),
      sha256: '86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed',
    },
    loading,
  );
  return new TextDecoder().decode(bytes);
}
