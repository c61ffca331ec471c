import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBatches,
  givenFiles,
  inOurNames,
  unshuffled,
  writeFolder,
} from '../folders/testing/golden-folder.js';
import { type TextDatasetOptions, textDatasetFromDirectory } from '../index.js';
import goldens from '../goldens/datasets.json' with { type: 'json' };

const { files, cases } = goldens.textDatasetFromDirectory;

async function textsOf(dataset: AsyncIterable<{ x: { toArray(): unknown } }>): Promise<unknown[]> {
  const texts: unknown[] = [];
  for await (const { x } of dataset) texts.push(x.toArray());
  return texts;
}

describe(`textDatasetFromDirectory against Keras ${goldens.keras}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await writeFolder(files);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(cases)('$options', async ({ options, classNames, batches }) => {
    const dataset = unshuffled(await textDatasetFromDirectory(folder, inOurNames(options)));
    expect(dataset.classNames).toEqual(classNames ?? []);
    await expectBatches(dataset, batches, 0);
  });

  it.each(goldens.textsCutByLetters)('cut after $maxLength letters', async ({ text, maxLength, result }) => {
    const file = new File([text], 'a.txt');
    const dataset = await textDatasetFromDirectory([file], { labelMode: null, batchSize: null, maxLength });
    expect(await textsOf(dataset)).toEqual([result]);
  });

  it('takes the files that a page was given, of which it knows no empty folder', async () => {
    const dataset = await textDatasetFromDirectory(givenFiles(files), { shuffle: false });
    expect(dataset.classNames).toEqual(['neg', 'other', 'pos']);
    expect(dataset.filePaths).toEqual([
      'neg/one.txt',
      'neg/more/two.txt',
      'pos/a10.txt',
      'pos/a9.TXT',
      'pos/b.txt',
    ]);
    expect(await textsOf(dataset)).toEqual([cases[0]?.batches[0]?.x.values]);
  });

  it.each<[string, TextDatasetOptions, string]>([
    ['a length of no letter', { maxLength: 0 }, 'maxLength to be a whole number from 1 up, got 0'],
    ['a class that is not there', { classNames: ['bad'] }, 'folders empty, neg, other, pos, got bad'],
    [
      'classes without texts',
      { classNames: ['other'] },
      'texts in folders, one for each class, in files that',
    ],
  ])('refuses %s', async (_, options, message) => {
    const refused = textDatasetFromDirectory(folder, options);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({ name: 'ArgumentError', who: 'textDatasetFromDirectory' });
  });

  it('says which file is not UTF-8', async () => {
    const latin = new File([Uint8Array.of(0x63, 0x61, 0x66, 0xe9)], 'latin.txt');
    const dataset = await textDatasetFromDirectory([latin], { labelMode: null });
    await expect(textsOf(dataset)).rejects.toThrow('latin.txt: expected a text in UTF-8, got 4 bytes');
  });

  it('names itself where the folder is not there', async () => {
    await expect(textDatasetFromDirectory(`${folder}-none`)).rejects.toThrow(
      /^textDatasetFromDirectory: expected a folder that can be read, got ENOENT/,
    );
  });
});
