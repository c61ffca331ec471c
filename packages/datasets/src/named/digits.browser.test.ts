import { describe, expect, it } from 'vitest';
import { loadFile } from '../files/load-file.js';
import { concrete } from './concrete.js';
import { digits } from './digits.js';

describe('data sets in a page', () => {
  it('come along', async () => {
    const { train, test } = await digits();
    expect([train.x.shape, test.y.shape]).toEqual([[9000, 28, 28], [1000]]);
    expect((await concrete()).x.rows(0, 1).toArray()).toEqual([[540, 0, 0, 162, 2.5, 1040, 676, 28]]);
  });

  it('are kept in Cache Storage once they were downloaded', async () => {
    const content = Uint8Array.of(1, 2, 3);
    const url = URL.createObjectURL(new Blob([content]));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
    const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const file = { name: 'test/page', url, sha256 };
    expect(await loadFile(file, {})).toEqual(content);
    URL.revokeObjectURL(url);
    expect(await loadFile(file, {})).toEqual(content);
    await caches.delete('myelin-datasets');
    await expect(loadFile(file, { tries: 1 })).rejects.toThrow('a download from blob:');
  });
});
